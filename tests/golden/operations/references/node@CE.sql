select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$3."v$0", 'id', values$3."v$1", 'kind', values$3."v$2", 'name', values$3."v$3", 'idNumber', values$3."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$3."v$0", 'id', values$3."v$1", 'kind', values$3."v$2", 'name', values$3."v$3", 'creditCode', values$3."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$3."v$0", 'id', values$3."v$1", 'kind', values$3."v$2", 'name', values$3."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", case when subject$1."kind" in ('NATURAL_PERSON') then case when (subject$1.area_code ^@ any($2::text[]) or exists (
        select
        from enforcement_case rule$4
        where rule$4.subject_id = subject$1.id and (rule$4.court_code = any($3::text[]) or subject$1.area_code is null and rule$4.court_code = any(array(
          select rule$5.code
          from unnest($2::text[]) rule$8(code) join court rule$5 on rule$5.area_code between rule$8.code and rule$8.code || '~')))) or exists (
        select
        from listing rule$6
        where rule$6.subject_id = subject$1.id and (rule$6.court_code = any($3::text[]) or subject$1.area_code is null and rule$6.kind <> 'SERIOUS_DISHONESTY' and rule$6.state = 'PUBLISHED' and (rule$6.term_ends_on is null or rule$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$6.court_code = any(array(
          select rule$7.code
          from unnest($2::text[]) rule$9(code) join court rule$7 on rule$7.area_code between rule$9.code and rule$9.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 or subject$1."name" = 'ERASED' then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "v$3", case when (subject$1.area_code ^@ any($2::text[]) or exists (
        select
        from enforcement_case rule$10
        where rule$10.subject_id = subject$1.id and (rule$10.court_code = any($3::text[]) or subject$1.area_code is null and rule$10.court_code = any(array(
          select rule$11.code
          from unnest($2::text[]) rule$14(code) join court rule$11 on rule$11.area_code between rule$14.code and rule$14.code || '~')))) or exists (
        select
        from listing rule$12
        where rule$12.subject_id = subject$1.id and (rule$12.court_code = any($3::text[]) or subject$1.area_code is null and rule$12.kind <> 'SERIOUS_DISHONESTY' and rule$12.state = 'PUBLISHED' and (rule$12.term_ends_on is null or rule$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$12.court_code = any(array(
          select rule$13.code
          from unnest($2::text[]) rule$15(code) join court rule$13 on rule$13.area_code between rule$15.code and rule$15.code || '~'))))) then coalesce($4::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") else case when subject$1."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$1."id_number_masked" end end as "v$4", subject$1."credit_code" as "v$5" offset 0) values$3)
  from "subject" subject$1
  where subject$1.id = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $1::uuid), $1::uuid) and subject$1.merged_into is null
  limit 1), (
  select json_build_object('$', licence$16."subject_id", '__typename', 'Licence'::text, 'id', licence$16."id"::text)
  from "licence" licence$16
  where licence$16.id = $1::uuid and (((licence$16.subject_kind <> 'NATURAL_PERSON')) or ((licence$16.subject_kind = 'NATURAL_PERSON') and ((
    select rule$17.area_code
    from subject rule$17
    where rule$17.id = licence$16.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$18
    where rule$18.subject_id = licence$16.subject_id and (rule$18.court_code = any($3::text[]) or (
      select rule$22.area_code
      from subject rule$22
      where rule$22.id = licence$16.subject_id) is null and rule$18.court_code = any(array(
      select rule$19.code
      from unnest($2::text[]) rule$24(code) join court rule$19 on rule$19.area_code between rule$24.code and rule$24.code || '~')))) or exists (
    select
    from listing rule$20
    where rule$20.subject_id = licence$16.subject_id and (rule$20.court_code = any($3::text[]) or (
      select rule$23.area_code
      from subject rule$23
      where rule$23.id = licence$16.subject_id) is null and rule$20.kind <> 'SERIOUS_DISHONESTY' and rule$20.state = 'PUBLISHED' and (rule$20.term_ends_on is null or rule$20.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$20.court_code = any(array(
      select rule$21.code
      from unnest($2::text[]) rule$25(code) join court rule$21 on rule$21.area_code between rule$25.code and rule$25.code || '~')))))))
  limit 1), (
  select json_build_object('$', penalty$26."subject_id", '__typename', 'Penalty'::text, 'id', penalty$26."id"::text)
  from "penalty" penalty$26
  where penalty$26.id = $1::uuid and (((penalty$26.subject_kind <> 'NATURAL_PERSON')) or ((penalty$26.subject_kind = 'NATURAL_PERSON') and ((
    select rule$27.area_code
    from subject rule$27
    where rule$27.id = penalty$26.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$28
    where rule$28.subject_id = penalty$26.subject_id and (rule$28.court_code = any($3::text[]) or (
      select rule$32.area_code
      from subject rule$32
      where rule$32.id = penalty$26.subject_id) is null and rule$28.court_code = any(array(
      select rule$29.code
      from unnest($2::text[]) rule$34(code) join court rule$29 on rule$29.area_code between rule$34.code and rule$34.code || '~')))) or exists (
    select
    from listing rule$30
    where rule$30.subject_id = penalty$26.subject_id and (rule$30.court_code = any($3::text[]) or (
      select rule$33.area_code
      from subject rule$33
      where rule$33.id = penalty$26.subject_id) is null and rule$30.kind <> 'SERIOUS_DISHONESTY' and rule$30.state = 'PUBLISHED' and (rule$30.term_ends_on is null or rule$30.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$30.court_code = any(array(
      select rule$31.code
      from unnest($2::text[]) rule$35(code) join court rule$31 on rule$31.area_code between rule$35.code and rule$35.code || '~')))))))
  limit 1), (
  select json_build_object('$', enforcement_case$36."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$36."id"::text)
  from "enforcement_case" enforcement_case$36
  where enforcement_case$36.id = $1::uuid
  limit 1), (
  select json_build_object('$', case_party$37."subject_id", '__typename', 'CaseParty'::text, 'id', case_party$37."id"::text)
  from "case_party" case_party$37
  where case_party$37.id = $1::uuid and (((coalesce((
    select rule$39.area_code
    from subject rule$39
    where rule$39.id = case_party$37.subject_id), (
    select rule$38.area_code
    from court rule$38
    where rule$38.code = case_party$37.court_code)) ^@ any($2::text[]) or case_party$37.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', terminated_case$40."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$40."id"::text)
  from "terminated_case" terminated_case$40
  where terminated_case$40.id = $1::uuid
  limit 1), (
  select json_build_object('$', performance_certificate$41."subject_id", '__typename', 'PerformanceCertificate'::text, 'id', performance_certificate$41."id"::text)
  from "performance_certificate" performance_certificate$41
  where performance_certificate$41.id = $1::uuid and (((coalesce((
    select rule$43.area_code
    from subject rule$43
    where rule$43.id = performance_certificate$41.subject_id), (
    select rule$42.area_code
    from court rule$42
    where rule$42.code = performance_certificate$41.court_code)) ^@ any($2::text[]) or performance_certificate$41.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', honest_listing$44."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$44."id"::text)
  from "honest_listing" honest_listing$44
  where honest_listing$44.id = $1::uuid and (((honest_listing$44.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$44.subject_kind = 'NATURAL_PERSON') and (coalesce((
    select rule$46.area_code
    from subject rule$46
    where rule$46.id = honest_listing$44.subject_id), (
    select rule$45.area_code
    from court rule$45
    where rule$45.code = honest_listing$44.court_code)) ^@ any($2::text[]) or honest_listing$44.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', listing$47."subject_id", '__typename', case when listing$47."kind" in ('SX') then 'DishonestDebtorListing' when listing$47."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$47."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$47."id"::text, 'state', listing$47."state", 'publishedOn', listing$47."published_on")
  from "listing" listing$47
  where listing$47.id = $1::uuid and ((listing$47."kind" in ('SX') and (((listing$47.state = 'PUBLISHED' and (listing$47.term_ends_on is null or listing$47.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$47.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$49.area_code
    from subject rule$49
    where rule$49.id = listing$47.subject_id), (
    select rule$48.area_code
    from court rule$48
    where rule$48.code = listing$47.court_code)) ^@ any($2::text[]) or listing$47.court_code = any($3::text[]))) or (((listing$47.state in ('REMOVED', 'REVOKED') or (listing$47.state = 'PUBLISHED' and not (listing$47.state = 'PUBLISHED' and (listing$47.term_ends_on is null or listing$47.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$51.area_code
    from subject rule$51
    where rule$51.id = listing$47.subject_id), (
    select rule$50.area_code
    from court rule$50
    where rule$50.code = listing$47.court_code)) ^@ any($2::text[]) or listing$47.court_code = any($3::text[]))))) or (listing$47."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$47.state = 'PUBLISHED' and (listing$47.term_ends_on is null or listing$47.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$47.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$53.area_code
    from subject rule$53
    where rule$53.id = listing$47.subject_id), (
    select rule$52.area_code
    from court rule$52
    where rule$52.code = listing$47.court_code)) ^@ any($2::text[]) or listing$47.court_code = any($3::text[]))) or (((listing$47.state in ('REMOVED', 'REVOKED') or (listing$47.state = 'PUBLISHED' and not (listing$47.state = 'PUBLISHED' and (listing$47.term_ends_on is null or listing$47.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$55.area_code
    from subject rule$55
    where rule$55.id = listing$47.subject_id), (
    select rule$54.area_code
    from court rule$54
    where rule$54.code = listing$47.court_code)) ^@ any($2::text[]) or listing$47.court_code = any($3::text[]))))) or (listing$47."kind" in ('SERIOUS_DISHONESTY') and (((listing$47.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$57.area_code
    from subject rule$57
    where rule$57.id = listing$47.subject_id), (
    select rule$56.area_code
    from court rule$56
    where rule$56.code = listing$47.court_code)) ^@ any($2::text[]) or listing$47.court_code = any($3::text[]))) or (((listing$47.state in ('REMOVED', 'REVOKED') or (listing$47.state = 'PUBLISHED' and not (listing$47.state = 'PUBLISHED' and (listing$47.term_ends_on is null or listing$47.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$59.area_code
    from subject rule$59
    where rule$59.id = listing$47.subject_id), (
    select rule$58.area_code
    from court rule$58
    where rule$58.code = listing$47.court_code)) ^@ any($2::text[]) or listing$47.court_code = any($3::text[]))))))
  limit 1), (
  select json_build_object('$', former_name$60."subject_id", '__typename', 'FormerName'::text, 'id', former_name$60."id"::text)
  from "former_name" former_name$60
  where former_name$60.id = $1::uuid and (((former_name$60.subject_kind <> 'NATURAL_PERSON')) or ((former_name$60.subject_kind = 'NATURAL_PERSON') and ((
    select rule$61.area_code
    from subject rule$61
    where rule$61.id = former_name$60.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$62
    where rule$62.subject_id = former_name$60.subject_id and (rule$62.court_code = any($3::text[]) or (
      select rule$66.area_code
      from subject rule$66
      where rule$66.id = former_name$60.subject_id) is null and rule$62.court_code = any(array(
      select rule$63.code
      from unnest($2::text[]) rule$68(code) join court rule$63 on rule$63.area_code between rule$68.code and rule$68.code || '~')))) or exists (
    select
    from listing rule$64
    where rule$64.subject_id = former_name$60.subject_id and (rule$64.court_code = any($3::text[]) or (
      select rule$67.area_code
      from subject rule$67
      where rule$67.id = former_name$60.subject_id) is null and rule$64.kind <> 'SERIOUS_DISHONESTY' and rule$64.state = 'PUBLISHED' and (rule$64.term_ends_on is null or rule$64.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$64.court_code = any(array(
      select rule$65.code
      from unnest($2::text[]) rule$69(code) join court rule$65 on rule$65.area_code between rule$69.code and rule$69.code || '~')))))))
  limit 1), (
  select json_build_object('$', responsible_person$70."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$70."id"::text)
  from "responsible_person" responsible_person$70
  where responsible_person$70.id = $1::uuid and (((exists (
    select
    from listing rule$71
    where rule$71.subject_id = responsible_person$70.subject_id and rule$71.case_number = responsible_person$70.case_number and rule$71.kind = 'SX' and rule$71.state = 'PUBLISHED' and (rule$71.term_ends_on is null or rule$71.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) or ((not exists (
    select
    from listing rule$72
    where rule$72.subject_id = responsible_person$70.subject_id and rule$72.case_number = responsible_person$70.case_number and rule$72.kind = 'SX' and rule$72.state = 'PUBLISHED' and (rule$72.term_ends_on is null or rule$72.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
    select
    from listing rule$73
    where rule$73.subject_id = responsible_person$70.subject_id and rule$73.case_number = responsible_person$70.case_number and rule$73.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
    select rule$74.area_code
    from subject rule$74
    where rule$74.id = responsible_person$70.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$75
    where rule$75.subject_id = responsible_person$70.subject_id and (rule$75.court_code = any($3::text[]) or (
      select rule$79.area_code
      from subject rule$79
      where rule$79.id = responsible_person$70.subject_id) is null and rule$75.court_code = any(array(
      select rule$76.code
      from unnest($2::text[]) rule$81(code) join court rule$76 on rule$76.area_code between rule$81.code and rule$81.code || '~')))) or exists (
    select
    from listing rule$77
    where rule$77.subject_id = responsible_person$70.subject_id and (rule$77.court_code = any($3::text[]) or (
      select rule$80.area_code
      from subject rule$80
      where rule$80.id = responsible_person$70.subject_id) is null and rule$77.kind <> 'SERIOUS_DISHONESTY' and rule$77.state = 'PUBLISHED' and (rule$77.term_ends_on is null or rule$77.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$77.court_code = any(array(
      select rule$78.code
      from unnest($2::text[]) rule$82(code) join court rule$78 on rule$78.area_code between rule$82.code and rule$82.code || '~')))))) or ((not exists (
    select
    from listing rule$83
    where rule$83.subject_id = responsible_person$70.subject_id and rule$83.case_number = responsible_person$70.case_number and rule$83.kind = 'SX' and rule$83.state = 'PUBLISHED' and (rule$83.term_ends_on is null or rule$83.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
    select
    from listing rule$84
    where rule$84.subject_id = responsible_person$70.subject_id and rule$84.case_number = responsible_person$70.case_number and rule$84.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
    select rule$85.area_code
    from subject rule$85
    where rule$85.id = responsible_person$70.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$86
    where rule$86.subject_id = responsible_person$70.subject_id and (rule$86.court_code = any($3::text[]) or (
      select rule$90.area_code
      from subject rule$90
      where rule$90.id = responsible_person$70.subject_id) is null and rule$86.court_code = any(array(
      select rule$87.code
      from unnest($2::text[]) rule$92(code) join court rule$87 on rule$87.area_code between rule$92.code and rule$92.code || '~')))) or exists (
    select
    from listing rule$88
    where rule$88.subject_id = responsible_person$70.subject_id and (rule$88.court_code = any($3::text[]) or (
      select rule$91.area_code
      from subject rule$91
      where rule$91.id = responsible_person$70.subject_id) is null and rule$88.kind <> 'SERIOUS_DISHONESTY' and rule$88.state = 'PUBLISHED' and (rule$88.term_ends_on is null or rule$88.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$88.court_code = any(array(
      select rule$89.code
      from unnest($2::text[]) rule$93(code) join court rule$89 on rule$89.area_code between rule$93.code and rule$93.code || '~')))))))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$94."id"::text)
  from "agency" agency$94
  where agency$94.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$95."id"::text)
  from "area" area$95
  where area$95.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Source'::text, 'id', source$96."id"::text)
  from "source" source$96
  where source$96.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'Batch'::text, 'id', batch$97."id"::text)
  from "batch" batch$97
  where batch$97.id = $1::uuid and (((batch$97.provider_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$98."id"::text)
  from "court" court$98
  where court$98.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$99."id"::text)
  from "measure" measure$99
  where measure$99.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$100."id"::text)
  from "screening" screening$100
  where screening$100.id = $1::uuid and (((screening$100.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$101."id"::text)
  from "screening_item" screening_item$101
  where screening_item$101.id = $1::uuid and (((screening_item$101.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$102."id"::text)
  from "screening_hit" screening_hit$102
  where screening_hit$102.id = $1::uuid and (((screening_hit$102.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$103."id"::text)
  from "screening_instruction" screening_instruction$103
  where screening_instruction$103.id = $1::uuid and (((screening_instruction$103.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$104."id"::text)
  from "feedback" feedback$104
  where feedback$104.id = $1::uuid and (((feedback$104.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorSnapshot'::text, 'id', government_debtor_snapshot$105."id"::text)
  from "government_debtor_snapshot" government_debtor_snapshot$105
  where government_debtor_snapshot$105.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorEntry'::text, 'id', government_debtor_entry$106."id"::text)
  from "government_debtor_entry" government_debtor_entry$106
  where government_debtor_entry$106.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$107."id"::text)
  from "work_day" work_day$107
  where work_day$107.id = $1::uuid
  limit 1)))
