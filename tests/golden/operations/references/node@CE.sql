select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3", 'idNumber', values$2."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3", 'creditCode', values$2."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", case when subject$1."kind" in ('NATURAL_PERSON') then case when (subject$1.area_code ^@ any($2::text[]) or exists (
        select
        from enforcement_case rule$3
        where rule$3.subject_id = subject$1.id and (rule$3.court_code = any($3::text[]) or subject$1.area_code is null and rule$3.court_code = any(array(
          select rule$4.code
          from unnest($2::text[]) rule$7(code) join court rule$4 on rule$4.area_code between rule$7.code and rule$7.code || '~')))) or exists (
        select
        from listing rule$5
        where rule$5.subject_id = subject$1.id and (rule$5.court_code = any($3::text[]) or subject$1.area_code is null and rule$5.kind <> 'SERIOUS_DISHONESTY' and rule$5.state = 'PUBLISHED' and (rule$5.term_ends_on is null or rule$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$5.court_code = any(array(
          select rule$6.code
          from unnest($2::text[]) rule$8(code) join court rule$6 on rule$6.area_code between rule$8.code and rule$8.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 or subject$1."name" = 'ERASED' then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "v$3", case when (subject$1.area_code ^@ any($2::text[]) or exists (
        select
        from enforcement_case rule$9
        where rule$9.subject_id = subject$1.id and (rule$9.court_code = any($3::text[]) or subject$1.area_code is null and rule$9.court_code = any(array(
          select rule$10.code
          from unnest($2::text[]) rule$13(code) join court rule$10 on rule$10.area_code between rule$13.code and rule$13.code || '~')))) or exists (
        select
        from listing rule$11
        where rule$11.subject_id = subject$1.id and (rule$11.court_code = any($3::text[]) or subject$1.area_code is null and rule$11.kind <> 'SERIOUS_DISHONESTY' and rule$11.state = 'PUBLISHED' and (rule$11.term_ends_on is null or rule$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$11.court_code = any(array(
          select rule$12.code
          from unnest($2::text[]) rule$14(code) join court rule$12 on rule$12.area_code between rule$14.code and rule$14.code || '~'))))) then coalesce($4::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") else case when subject$1."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$1."id_number_masked" end end as "v$4", subject$1."credit_code" as "v$5" offset 0) values$2)
  from "subject" subject$1
  where subject$1.id = $1::uuid
  limit 1), (
  select json_build_object('$', licence$15."subject_id", '__typename', 'Licence'::text, 'id', licence$15."id"::text)
  from "licence" licence$15
  where licence$15.id = $1::uuid and (((licence$15.subject_kind <> 'NATURAL_PERSON')) or ((licence$15.subject_kind = 'NATURAL_PERSON') and ((
    select rule$16.area_code
    from subject rule$16
    where rule$16.id = licence$15.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$17
    where rule$17.subject_id = licence$15.subject_id and (rule$17.court_code = any($3::text[]) or (
      select rule$21.area_code
      from subject rule$21
      where rule$21.id = licence$15.subject_id) is null and rule$17.court_code = any(array(
      select rule$18.code
      from unnest($2::text[]) rule$23(code) join court rule$18 on rule$18.area_code between rule$23.code and rule$23.code || '~')))) or exists (
    select
    from listing rule$19
    where rule$19.subject_id = licence$15.subject_id and (rule$19.court_code = any($3::text[]) or (
      select rule$22.area_code
      from subject rule$22
      where rule$22.id = licence$15.subject_id) is null and rule$19.kind <> 'SERIOUS_DISHONESTY' and rule$19.state = 'PUBLISHED' and (rule$19.term_ends_on is null or rule$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$19.court_code = any(array(
      select rule$20.code
      from unnest($2::text[]) rule$24(code) join court rule$20 on rule$20.area_code between rule$24.code and rule$24.code || '~')))))))
  limit 1), (
  select json_build_object('$', penalty$25."subject_id", '__typename', 'Penalty'::text, 'id', penalty$25."id"::text)
  from "penalty" penalty$25
  where penalty$25.id = $1::uuid and (((penalty$25.subject_kind <> 'NATURAL_PERSON')) or ((penalty$25.subject_kind = 'NATURAL_PERSON') and ((
    select rule$26.area_code
    from subject rule$26
    where rule$26.id = penalty$25.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$27
    where rule$27.subject_id = penalty$25.subject_id and (rule$27.court_code = any($3::text[]) or (
      select rule$31.area_code
      from subject rule$31
      where rule$31.id = penalty$25.subject_id) is null and rule$27.court_code = any(array(
      select rule$28.code
      from unnest($2::text[]) rule$33(code) join court rule$28 on rule$28.area_code between rule$33.code and rule$33.code || '~')))) or exists (
    select
    from listing rule$29
    where rule$29.subject_id = penalty$25.subject_id and (rule$29.court_code = any($3::text[]) or (
      select rule$32.area_code
      from subject rule$32
      where rule$32.id = penalty$25.subject_id) is null and rule$29.kind <> 'SERIOUS_DISHONESTY' and rule$29.state = 'PUBLISHED' and (rule$29.term_ends_on is null or rule$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$29.court_code = any(array(
      select rule$30.code
      from unnest($2::text[]) rule$34(code) join court rule$30 on rule$30.area_code between rule$34.code and rule$34.code || '~')))))))
  limit 1), (
  select json_build_object('$', enforcement_case$35."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$35."id"::text)
  from "enforcement_case" enforcement_case$35
  where enforcement_case$35.id = $1::uuid
  limit 1), (
  select json_build_object('$', case_party$36."subject_id", '__typename', 'CaseParty'::text, 'id', case_party$36."id"::text)
  from "case_party" case_party$36
  where case_party$36.id = $1::uuid and (((coalesce((
    select rule$38.area_code
    from subject rule$38
    where rule$38.id = case_party$36.subject_id), (
    select rule$37.area_code
    from court rule$37
    where rule$37.code = case_party$36.court_code)) ^@ any($2::text[]) or case_party$36.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', terminated_case$39."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$39."id"::text)
  from "terminated_case" terminated_case$39
  where terminated_case$39.id = $1::uuid
  limit 1), (
  select json_build_object('$', performance_certificate$40."subject_id", '__typename', 'PerformanceCertificate'::text, 'id', performance_certificate$40."id"::text)
  from "performance_certificate" performance_certificate$40
  where performance_certificate$40.id = $1::uuid and (((coalesce((
    select rule$42.area_code
    from subject rule$42
    where rule$42.id = performance_certificate$40.subject_id), (
    select rule$41.area_code
    from court rule$41
    where rule$41.code = performance_certificate$40.court_code)) ^@ any($2::text[]) or performance_certificate$40.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', honest_listing$43."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$43."id"::text)
  from "honest_listing" honest_listing$43
  where honest_listing$43.id = $1::uuid and (((honest_listing$43.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$43.subject_kind = 'NATURAL_PERSON') and (coalesce((
    select rule$45.area_code
    from subject rule$45
    where rule$45.id = honest_listing$43.subject_id), (
    select rule$44.area_code
    from court rule$44
    where rule$44.code = honest_listing$43.court_code)) ^@ any($2::text[]) or honest_listing$43.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', listing$46."subject_id", '__typename', case when listing$46."kind" in ('SX') then 'DishonestDebtorListing' when listing$46."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$46."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$46."id"::text, 'state', listing$46."state", 'publishedOn', listing$46."published_on")
  from "listing" listing$46
  where listing$46.id = $1::uuid and ((listing$46."kind" in ('SX') and (((listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$46.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$48.area_code
    from subject rule$48
    where rule$48.id = listing$46.subject_id), (
    select rule$47.area_code
    from court rule$47
    where rule$47.code = listing$46.court_code)) ^@ any($2::text[]) or listing$46.court_code = any($3::text[]))) or (((listing$46.state in ('REMOVED', 'REVOKED') or (listing$46.state = 'PUBLISHED' and not (listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$50.area_code
    from subject rule$50
    where rule$50.id = listing$46.subject_id), (
    select rule$49.area_code
    from court rule$49
    where rule$49.code = listing$46.court_code)) ^@ any($2::text[]) or listing$46.court_code = any($3::text[]))))) or (listing$46."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$46.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$52.area_code
    from subject rule$52
    where rule$52.id = listing$46.subject_id), (
    select rule$51.area_code
    from court rule$51
    where rule$51.code = listing$46.court_code)) ^@ any($2::text[]) or listing$46.court_code = any($3::text[]))) or (((listing$46.state in ('REMOVED', 'REVOKED') or (listing$46.state = 'PUBLISHED' and not (listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$54.area_code
    from subject rule$54
    where rule$54.id = listing$46.subject_id), (
    select rule$53.area_code
    from court rule$53
    where rule$53.code = listing$46.court_code)) ^@ any($2::text[]) or listing$46.court_code = any($3::text[]))))) or (listing$46."kind" in ('SERIOUS_DISHONESTY') and (((listing$46.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$56.area_code
    from subject rule$56
    where rule$56.id = listing$46.subject_id), (
    select rule$55.area_code
    from court rule$55
    where rule$55.code = listing$46.court_code)) ^@ any($2::text[]) or listing$46.court_code = any($3::text[]))) or (((listing$46.state in ('REMOVED', 'REVOKED') or (listing$46.state = 'PUBLISHED' and not (listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$58.area_code
    from subject rule$58
    where rule$58.id = listing$46.subject_id), (
    select rule$57.area_code
    from court rule$57
    where rule$57.code = listing$46.court_code)) ^@ any($2::text[]) or listing$46.court_code = any($3::text[]))))))
  limit 1), (
  select json_build_object('$', former_name$59."subject_id", '__typename', 'FormerName'::text, 'id', former_name$59."id"::text)
  from "former_name" former_name$59
  where former_name$59.id = $1::uuid and (((former_name$59.subject_kind <> 'NATURAL_PERSON')) or ((former_name$59.subject_kind = 'NATURAL_PERSON') and ((
    select rule$60.area_code
    from subject rule$60
    where rule$60.id = former_name$59.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$61
    where rule$61.subject_id = former_name$59.subject_id and (rule$61.court_code = any($3::text[]) or (
      select rule$65.area_code
      from subject rule$65
      where rule$65.id = former_name$59.subject_id) is null and rule$61.court_code = any(array(
      select rule$62.code
      from unnest($2::text[]) rule$67(code) join court rule$62 on rule$62.area_code between rule$67.code and rule$67.code || '~')))) or exists (
    select
    from listing rule$63
    where rule$63.subject_id = former_name$59.subject_id and (rule$63.court_code = any($3::text[]) or (
      select rule$66.area_code
      from subject rule$66
      where rule$66.id = former_name$59.subject_id) is null and rule$63.kind <> 'SERIOUS_DISHONESTY' and rule$63.state = 'PUBLISHED' and (rule$63.term_ends_on is null or rule$63.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$63.court_code = any(array(
      select rule$64.code
      from unnest($2::text[]) rule$68(code) join court rule$64 on rule$64.area_code between rule$68.code and rule$68.code || '~')))))))
  limit 1), (
  select json_build_object('$', responsible_person$69."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$69."id"::text)
  from "responsible_person" responsible_person$69
  where responsible_person$69.id = $1::uuid and (((exists (
    select
    from listing rule$70
    where rule$70.subject_id = responsible_person$69.subject_id and rule$70.case_number = responsible_person$69.case_number and rule$70.kind = 'SX' and rule$70.state = 'PUBLISHED' and (rule$70.term_ends_on is null or rule$70.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) or ((not exists (
    select
    from listing rule$71
    where rule$71.subject_id = responsible_person$69.subject_id and rule$71.case_number = responsible_person$69.case_number and rule$71.kind = 'SX' and rule$71.state = 'PUBLISHED' and (rule$71.term_ends_on is null or rule$71.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
    select
    from listing rule$72
    where rule$72.subject_id = responsible_person$69.subject_id and rule$72.case_number = responsible_person$69.case_number and rule$72.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
    select rule$73.area_code
    from subject rule$73
    where rule$73.id = responsible_person$69.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$74
    where rule$74.subject_id = responsible_person$69.subject_id and (rule$74.court_code = any($3::text[]) or (
      select rule$78.area_code
      from subject rule$78
      where rule$78.id = responsible_person$69.subject_id) is null and rule$74.court_code = any(array(
      select rule$75.code
      from unnest($2::text[]) rule$80(code) join court rule$75 on rule$75.area_code between rule$80.code and rule$80.code || '~')))) or exists (
    select
    from listing rule$76
    where rule$76.subject_id = responsible_person$69.subject_id and (rule$76.court_code = any($3::text[]) or (
      select rule$79.area_code
      from subject rule$79
      where rule$79.id = responsible_person$69.subject_id) is null and rule$76.kind <> 'SERIOUS_DISHONESTY' and rule$76.state = 'PUBLISHED' and (rule$76.term_ends_on is null or rule$76.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$76.court_code = any(array(
      select rule$77.code
      from unnest($2::text[]) rule$81(code) join court rule$77 on rule$77.area_code between rule$81.code and rule$81.code || '~')))))) or ((not exists (
    select
    from listing rule$82
    where rule$82.subject_id = responsible_person$69.subject_id and rule$82.case_number = responsible_person$69.case_number and rule$82.kind = 'SX' and rule$82.state = 'PUBLISHED' and (rule$82.term_ends_on is null or rule$82.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
    select
    from listing rule$83
    where rule$83.subject_id = responsible_person$69.subject_id and rule$83.case_number = responsible_person$69.case_number and rule$83.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
    select rule$84.area_code
    from subject rule$84
    where rule$84.id = responsible_person$69.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$85
    where rule$85.subject_id = responsible_person$69.subject_id and (rule$85.court_code = any($3::text[]) or (
      select rule$89.area_code
      from subject rule$89
      where rule$89.id = responsible_person$69.subject_id) is null and rule$85.court_code = any(array(
      select rule$86.code
      from unnest($2::text[]) rule$91(code) join court rule$86 on rule$86.area_code between rule$91.code and rule$91.code || '~')))) or exists (
    select
    from listing rule$87
    where rule$87.subject_id = responsible_person$69.subject_id and (rule$87.court_code = any($3::text[]) or (
      select rule$90.area_code
      from subject rule$90
      where rule$90.id = responsible_person$69.subject_id) is null and rule$87.kind <> 'SERIOUS_DISHONESTY' and rule$87.state = 'PUBLISHED' and (rule$87.term_ends_on is null or rule$87.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$87.court_code = any(array(
      select rule$88.code
      from unnest($2::text[]) rule$92(code) join court rule$88 on rule$88.area_code between rule$92.code and rule$92.code || '~')))))))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$93."id"::text)
  from "agency" agency$93
  where agency$93.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$94."id"::text)
  from "area" area$94
  where area$94.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Source'::text, 'id', source$95."id"::text)
  from "source" source$95
  where source$95.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'Batch'::text, 'id', batch$96."id"::text)
  from "batch" batch$96
  where batch$96.id = $1::uuid and (((batch$96.provider_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$97."id"::text)
  from "court" court$97
  where court$97.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$98."id"::text)
  from "measure" measure$98
  where measure$98.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$99."id"::text)
  from "screening" screening$99
  where screening$99.id = $1::uuid and (((screening$99.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$100."id"::text)
  from "screening_item" screening_item$100
  where screening_item$100.id = $1::uuid and (((screening_item$100.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$101."id"::text)
  from "screening_hit" screening_hit$101
  where screening_hit$101.id = $1::uuid and (((screening_hit$101.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$102."id"::text)
  from "screening_instruction" screening_instruction$102
  where screening_instruction$102.id = $1::uuid and (((screening_instruction$102.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$103."id"::text)
  from "feedback" feedback$103
  where feedback$103.id = $1::uuid and (((feedback$103.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorSnapshot'::text, 'id', government_debtor_snapshot$104."id"::text)
  from "government_debtor_snapshot" government_debtor_snapshot$104
  where government_debtor_snapshot$104.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorEntry'::text, 'id', government_debtor_entry$105."id"::text)
  from "government_debtor_entry" government_debtor_entry$105
  where government_debtor_entry$105.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$106."id"::text)
  from "work_day" work_day$106
  where work_day$106.id = $1::uuid
  limit 1)))
