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
  select json_build_object('$', enforcement_case$15."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$15."id"::text)
  from "enforcement_case" enforcement_case$15
  where enforcement_case$15.id = $1::uuid
  limit 1), (
  select json_build_object('$', case_party$16."subject_id", '__typename', 'CaseParty'::text, 'id', case_party$16."id"::text)
  from "case_party" case_party$16
  where case_party$16.id = $1::uuid and (((coalesce((
    select rule$18.area_code
    from subject rule$18
    where rule$18.id = case_party$16.subject_id), (
    select rule$17.area_code
    from court rule$17
    where rule$17.code = case_party$16.court_code)) ^@ any($2::text[]) or case_party$16.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', terminated_case$19."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$19."id"::text)
  from "terminated_case" terminated_case$19
  where terminated_case$19.id = $1::uuid
  limit 1), (
  select json_build_object('$', performance_certificate$20."subject_id", '__typename', 'PerformanceCertificate'::text, 'id', performance_certificate$20."id"::text)
  from "performance_certificate" performance_certificate$20
  where performance_certificate$20.id = $1::uuid and (((coalesce((
    select rule$22.area_code
    from subject rule$22
    where rule$22.id = performance_certificate$20.subject_id), (
    select rule$21.area_code
    from court rule$21
    where rule$21.code = performance_certificate$20.court_code)) ^@ any($2::text[]) or performance_certificate$20.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', honest_listing$23."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$23."id"::text)
  from "honest_listing" honest_listing$23
  where honest_listing$23.id = $1::uuid and (((honest_listing$23.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$23.subject_kind = 'NATURAL_PERSON') and (coalesce((
    select rule$25.area_code
    from subject rule$25
    where rule$25.id = honest_listing$23.subject_id), (
    select rule$24.area_code
    from court rule$24
    where rule$24.code = honest_listing$23.court_code)) ^@ any($2::text[]) or honest_listing$23.court_code = any($3::text[]))))
  limit 1), (
  select json_build_object('$', listing$26."subject_id", '__typename', case when listing$26."kind" in ('SX') then 'DishonestDebtorListing' when listing$26."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$26."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$26."id"::text, 'state', listing$26."state", 'publishedOn', listing$26."published_on")
  from "listing" listing$26
  where listing$26.id = $1::uuid and ((listing$26."kind" in ('SX') and (((listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$26.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$28.area_code
    from subject rule$28
    where rule$28.id = listing$26.subject_id), (
    select rule$27.area_code
    from court rule$27
    where rule$27.code = listing$26.court_code)) ^@ any($2::text[]) or listing$26.court_code = any($3::text[]))) or (((listing$26.state in ('REMOVED', 'REVOKED') or (listing$26.state = 'PUBLISHED' and not (listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$30.area_code
    from subject rule$30
    where rule$30.id = listing$26.subject_id), (
    select rule$29.area_code
    from court rule$29
    where rule$29.code = listing$26.court_code)) ^@ any($2::text[]) or listing$26.court_code = any($3::text[]))))) or (listing$26."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$26.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$32.area_code
    from subject rule$32
    where rule$32.id = listing$26.subject_id), (
    select rule$31.area_code
    from court rule$31
    where rule$31.code = listing$26.court_code)) ^@ any($2::text[]) or listing$26.court_code = any($3::text[]))) or (((listing$26.state in ('REMOVED', 'REVOKED') or (listing$26.state = 'PUBLISHED' and not (listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$34.area_code
    from subject rule$34
    where rule$34.id = listing$26.subject_id), (
    select rule$33.area_code
    from court rule$33
    where rule$33.code = listing$26.court_code)) ^@ any($2::text[]) or listing$26.court_code = any($3::text[]))))) or (listing$26."kind" in ('SERIOUS_DISHONESTY') and (((listing$26.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
    select rule$36.area_code
    from subject rule$36
    where rule$36.id = listing$26.subject_id), (
    select rule$35.area_code
    from court rule$35
    where rule$35.code = listing$26.court_code)) ^@ any($2::text[]) or listing$26.court_code = any($3::text[]))) or (((listing$26.state in ('REMOVED', 'REVOKED') or (listing$26.state = 'PUBLISHED' and not (listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
    select rule$38.area_code
    from subject rule$38
    where rule$38.id = listing$26.subject_id), (
    select rule$37.area_code
    from court rule$37
    where rule$37.code = listing$26.court_code)) ^@ any($2::text[]) or listing$26.court_code = any($3::text[]))))))
  limit 1), (
  select json_build_object('$', former_name$39."subject_id", '__typename', 'FormerName'::text, 'id', former_name$39."id"::text)
  from "former_name" former_name$39
  where former_name$39.id = $1::uuid and (((former_name$39.subject_kind <> 'NATURAL_PERSON')) or ((former_name$39.subject_kind = 'NATURAL_PERSON') and ((
    select rule$40.area_code
    from subject rule$40
    where rule$40.id = former_name$39.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$41
    where rule$41.subject_id = former_name$39.subject_id and (rule$41.court_code = any($3::text[]) or (
      select rule$45.area_code
      from subject rule$45
      where rule$45.id = former_name$39.subject_id) is null and rule$41.court_code = any(array(
      select rule$42.code
      from unnest($2::text[]) rule$47(code) join court rule$42 on rule$42.area_code between rule$47.code and rule$47.code || '~')))) or exists (
    select
    from listing rule$43
    where rule$43.subject_id = former_name$39.subject_id and (rule$43.court_code = any($3::text[]) or (
      select rule$46.area_code
      from subject rule$46
      where rule$46.id = former_name$39.subject_id) is null and rule$43.kind <> 'SERIOUS_DISHONESTY' and rule$43.state = 'PUBLISHED' and (rule$43.term_ends_on is null or rule$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$43.court_code = any(array(
      select rule$44.code
      from unnest($2::text[]) rule$48(code) join court rule$44 on rule$44.area_code between rule$48.code and rule$48.code || '~')))))))
  limit 1), (
  select json_build_object('$', responsible_person$49."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$49."id"::text)
  from "responsible_person" responsible_person$49
  where responsible_person$49.id = $1::uuid and (((exists (
    select
    from listing rule$50
    where rule$50.subject_id = responsible_person$49.subject_id and rule$50.case_number = responsible_person$49.case_number and rule$50.kind = 'SX' and rule$50.state = 'PUBLISHED' and (rule$50.term_ends_on is null or rule$50.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) or ((not exists (
    select
    from listing rule$51
    where rule$51.subject_id = responsible_person$49.subject_id and rule$51.case_number = responsible_person$49.case_number and rule$51.kind = 'SX' and rule$51.state = 'PUBLISHED' and (rule$51.term_ends_on is null or rule$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
    select
    from listing rule$52
    where rule$52.subject_id = responsible_person$49.subject_id and rule$52.case_number = responsible_person$49.case_number and rule$52.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
    select rule$53.area_code
    from subject rule$53
    where rule$53.id = responsible_person$49.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$54
    where rule$54.subject_id = responsible_person$49.subject_id and (rule$54.court_code = any($3::text[]) or (
      select rule$58.area_code
      from subject rule$58
      where rule$58.id = responsible_person$49.subject_id) is null and rule$54.court_code = any(array(
      select rule$55.code
      from unnest($2::text[]) rule$60(code) join court rule$55 on rule$55.area_code between rule$60.code and rule$60.code || '~')))) or exists (
    select
    from listing rule$56
    where rule$56.subject_id = responsible_person$49.subject_id and (rule$56.court_code = any($3::text[]) or (
      select rule$59.area_code
      from subject rule$59
      where rule$59.id = responsible_person$49.subject_id) is null and rule$56.kind <> 'SERIOUS_DISHONESTY' and rule$56.state = 'PUBLISHED' and (rule$56.term_ends_on is null or rule$56.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$56.court_code = any(array(
      select rule$57.code
      from unnest($2::text[]) rule$61(code) join court rule$57 on rule$57.area_code between rule$61.code and rule$61.code || '~')))))) or ((not exists (
    select
    from listing rule$62
    where rule$62.subject_id = responsible_person$49.subject_id and rule$62.case_number = responsible_person$49.case_number and rule$62.kind = 'SX' and rule$62.state = 'PUBLISHED' and (rule$62.term_ends_on is null or rule$62.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
    select
    from listing rule$63
    where rule$63.subject_id = responsible_person$49.subject_id and rule$63.case_number = responsible_person$49.case_number and rule$63.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
    select rule$64.area_code
    from subject rule$64
    where rule$64.id = responsible_person$49.subject_id) ^@ any($2::text[]) or exists (
    select
    from enforcement_case rule$65
    where rule$65.subject_id = responsible_person$49.subject_id and (rule$65.court_code = any($3::text[]) or (
      select rule$69.area_code
      from subject rule$69
      where rule$69.id = responsible_person$49.subject_id) is null and rule$65.court_code = any(array(
      select rule$66.code
      from unnest($2::text[]) rule$71(code) join court rule$66 on rule$66.area_code between rule$71.code and rule$71.code || '~')))) or exists (
    select
    from listing rule$67
    where rule$67.subject_id = responsible_person$49.subject_id and (rule$67.court_code = any($3::text[]) or (
      select rule$70.area_code
      from subject rule$70
      where rule$70.id = responsible_person$49.subject_id) is null and rule$67.kind <> 'SERIOUS_DISHONESTY' and rule$67.state = 'PUBLISHED' and (rule$67.term_ends_on is null or rule$67.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$67.court_code = any(array(
      select rule$68.code
      from unnest($2::text[]) rule$72(code) join court rule$68 on rule$68.area_code between rule$72.code and rule$72.code || '~')))))))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$73."id"::text)
  from "agency" agency$73
  where agency$73.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$74."id"::text)
  from "area" area$74
  where area$74.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Source'::text, 'id', source$75."id"::text)
  from "source" source$75
  where source$75.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'Batch'::text, 'id', batch$76."id"::text)
  from "batch" batch$76
  where batch$76.id = $1::uuid and (((batch$76.provider_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$77."id"::text)
  from "court" court$77
  where court$77.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$78."id"::text)
  from "measure" measure$78
  where measure$78.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$79."id"::text)
  from "screening" screening$79
  where screening$79.id = $1::uuid and (((screening$79.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$80."id"::text)
  from "screening_item" screening_item$80
  where screening_item$80.id = $1::uuid and (((screening_item$80.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$81."id"::text)
  from "screening_hit" screening_hit$81
  where screening_hit$81.id = $1::uuid and (((screening_hit$81.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$82."id"::text)
  from "screening_instruction" screening_instruction$82
  where screening_instruction$82.id = $1::uuid and (((screening_instruction$82.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$83."id"::text)
  from "feedback" feedback$83
  where feedback$83.id = $1::uuid and (((feedback$83.agency_code = $5::text)))
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorSnapshot'::text, 'id', government_debtor_snapshot$84."id"::text)
  from "government_debtor_snapshot" government_debtor_snapshot$84
  where government_debtor_snapshot$84.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorEntry'::text, 'id', government_debtor_entry$85."id"::text)
  from "government_debtor_entry" government_debtor_entry$85
  where government_debtor_entry$85.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$86."id"::text)
  from "work_day" work_day$86
  where work_day$86.id = $1::uuid
  limit 1)))
