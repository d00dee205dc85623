select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$3."v$0", 'id', values$3."v$1", 'kind', values$3."v$2", 'name', values$3."v$3", 'idNumber', values$3."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$3."v$0", 'id', values$3."v$1", 'kind', values$3."v$2", 'name', values$3."v$3", 'creditCode', values$3."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$3."v$0", 'id', values$3."v$1", 'kind', values$3."v$2", 'name', values$3."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", coalesce($2::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") as "v$4", subject$1."credit_code" as "v$5" offset 0) values$3)
  from "subject" subject$1
  where subject$1.id = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $1::uuid), $1::uuid) and subject$1.merged_into is null
  limit 1), (
  select json_build_object('$', licence$4."subject_id", '__typename', 'Licence'::text, 'id', licence$4."id"::text)
  from "licence" licence$4
  where licence$4.id = $1::uuid
  limit 1), (
  select json_build_object('$', penalty$5."subject_id", '__typename', 'Penalty'::text, 'id', penalty$5."id"::text)
  from "penalty" penalty$5
  where penalty$5.id = $1::uuid
  limit 1), (
  select json_build_object('$', enforcement_case$6."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$6."id"::text)
  from "enforcement_case" enforcement_case$6
  where enforcement_case$6.id = $1::uuid
  limit 1), (
  select json_build_object('$', case_party$7."subject_id", '__typename', 'CaseParty'::text, 'id', case_party$7."id"::text)
  from "case_party" case_party$7
  where case_party$7.id = $1::uuid
  limit 1), (
  select json_build_object('$', terminated_case$8."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$8."id"::text)
  from "terminated_case" terminated_case$8
  where terminated_case$8.id = $1::uuid
  limit 1), (
  select json_build_object('$', performance_certificate$9."subject_id", '__typename', 'PerformanceCertificate'::text, 'id', performance_certificate$9."id"::text)
  from "performance_certificate" performance_certificate$9
  where performance_certificate$9.id = $1::uuid
  limit 1), (
  select json_build_object('$', honest_listing$10."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$10."id"::text)
  from "honest_listing" honest_listing$10
  where honest_listing$10.id = $1::uuid
  limit 1), (
  select json_build_object('$', listing$11."subject_id", '__typename', case when listing$11."kind" in ('SX') then 'DishonestDebtorListing' when listing$11."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$11."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$11."id"::text, 'state', listing$11."state", 'publishedOn', listing$11."published_on")
  from "listing" listing$11
  where listing$11.id = $1::uuid and (listing$11."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$11."kind" in ('SERIOUS_DISHONESTY') and (((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
  limit 1), (
  select json_build_object('$', former_name$12."subject_id", '__typename', 'FormerName'::text, 'id', former_name$12."id"::text)
  from "former_name" former_name$12
  where former_name$12.id = $1::uuid and (((former_name$12.subject_kind <> 'NATURAL_PERSON')) or ((former_name$12.subject_kind = 'NATURAL_PERSON') and ((
    select rule$13.area_code
    from subject rule$13
    where rule$13.id = former_name$12.subject_id) ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$14
    where rule$14.subject_id = former_name$12.subject_id and (rule$14.court_code = any($4::text[]) or (
      select rule$18.area_code
      from subject rule$18
      where rule$18.id = former_name$12.subject_id) is null and rule$14.court_code = any(array(
      select rule$15.code
      from unnest($3::text[]) rule$20(code) join court rule$15 on rule$15.area_code between rule$20.code and rule$20.code || '~')))) or exists (
    select
    from listing rule$16
    where rule$16.subject_id = former_name$12.subject_id and (rule$16.court_code = any($4::text[]) or (
      select rule$19.area_code
      from subject rule$19
      where rule$19.id = former_name$12.subject_id) is null and rule$16.kind <> 'SERIOUS_DISHONESTY' and rule$16.state = 'PUBLISHED' and (rule$16.term_ends_on is null or rule$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$16.court_code = any(array(
      select rule$17.code
      from unnest($3::text[]) rule$21(code) join court rule$17 on rule$17.area_code between rule$21.code and rule$21.code || '~')))))))
  limit 1), (
  select json_build_object('$', responsible_person$22."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$22."id"::text)
  from "responsible_person" responsible_person$22
  where responsible_person$22.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$23."id"::text)
  from "agency" agency$23
  where agency$23.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$24."id"::text)
  from "area" area$24
  where area$24.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$25."id"::text)
  from "court" court$25
  where court$25.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$26."id"::text)
  from "measure" measure$26
  where measure$26.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$27."id"::text)
  from "screening" screening$27
  where screening$27.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$28."id"::text)
  from "screening_item" screening_item$28
  where screening_item$28.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$29."id"::text)
  from "screening_hit" screening_hit$29
  where screening_hit$29.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$30."id"::text)
  from "screening_instruction" screening_instruction$30
  where screening_instruction$30.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$31."id"::text)
  from "feedback" feedback$31
  where feedback$31.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorSnapshot'::text, 'id', government_debtor_snapshot$32."id"::text)
  from "government_debtor_snapshot" government_debtor_snapshot$32
  where government_debtor_snapshot$32.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorEntry'::text, 'id', government_debtor_entry$33."id"::text)
  from "government_debtor_entry" government_debtor_entry$33
  where government_debtor_entry$33.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$34."id"::text)
  from "work_day" work_day$34
  where work_day$34.id = $1::uuid
  limit 1)))
