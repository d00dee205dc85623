select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$8."v$0", 'id', values$8."v$1", 'kind', values$8."v$2", 'name', values$8."v$3", 'idNumber', values$8."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$8."v$0", 'id', values$8."v$1", 'kind', values$8."v$2", 'name', values$8."v$3", 'creditCode', values$8."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$8."v$0", 'id', values$8."v$1", 'kind', values$8."v$2", 'name', values$8."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", coalesce($2::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") as "v$4", subject$1."credit_code" as "v$5" offset 0) values$8)
  from "subject" subject$1
  where subject$1.id = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $1::uuid), $1::uuid) and subject$1.merged_into is null and ((subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$4
    where known$4."subject_id" = subject$1.id offset 0) or exists (
    select
    from "terminated_case" known$5
    where known$5."subject_id" = subject$1.id offset 0) or exists (
    select
    from "performance_certificate" known$6
    where known$6."subject_id" = subject$1.id offset 0) or exists (
    select
    from "honest_listing" known$7
    where known$7."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$3
    where known$3."subject_id" = subject$1.id and (known$3."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$3."kind" in ('SERIOUS_DISHONESTY') and (((known$3.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$3.state in ('REMOVED', 'REVOKED') or (known$3.state = 'PUBLISHED' and not (known$3.state = 'PUBLISHED' and (known$3.term_ends_on is null or known$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
  limit 1), (
  select json_build_object('$', licence$9."subject_id", '__typename', 'Licence'::text, 'id', licence$9."id"::text)
  from "licence" licence$9
  where licence$9.id = $1::uuid
  limit 1), (
  select json_build_object('$', penalty$10."subject_id", '__typename', 'Penalty'::text, 'id', penalty$10."id"::text)
  from "penalty" penalty$10
  where penalty$10.id = $1::uuid
  limit 1), (
  select json_build_object('$', enforcement_case$11."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$11."id"::text)
  from "enforcement_case" enforcement_case$11
  where enforcement_case$11.id = $1::uuid
  limit 1), (
  select json_build_object('$', case_party$12."subject_id", '__typename', 'CaseParty'::text, 'id', case_party$12."id"::text)
  from "case_party" case_party$12
  where case_party$12.id = $1::uuid
  limit 1), (
  select json_build_object('$', terminated_case$13."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$13."id"::text)
  from "terminated_case" terminated_case$13
  where terminated_case$13.id = $1::uuid
  limit 1), (
  select json_build_object('$', performance_certificate$14."subject_id", '__typename', 'PerformanceCertificate'::text, 'id', performance_certificate$14."id"::text)
  from "performance_certificate" performance_certificate$14
  where performance_certificate$14.id = $1::uuid
  limit 1), (
  select json_build_object('$', honest_listing$15."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$15."id"::text)
  from "honest_listing" honest_listing$15
  where honest_listing$15.id = $1::uuid
  limit 1), (
  select json_build_object('$', listing$16."subject_id", '__typename', case when listing$16."kind" in ('SX') then 'DishonestDebtorListing' when listing$16."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$16."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$16."id"::text, 'state', listing$16."state", 'publishedOn', listing$16."published_on")
  from "listing" listing$16
  where listing$16.id = $1::uuid and (listing$16."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$16."kind" in ('SERIOUS_DISHONESTY') and (((listing$16.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$16.state in ('REMOVED', 'REVOKED') or (listing$16.state = 'PUBLISHED' and not (listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
  limit 1), (
  select json_build_object('$', former_name$17."subject_id", '__typename', 'FormerName'::text, 'id', former_name$17."id"::text)
  from "former_name" former_name$17
  where former_name$17.id = $1::uuid and (((former_name$17.subject_kind <> 'NATURAL_PERSON')) or ((former_name$17.subject_kind = 'NATURAL_PERSON') and ((
    select rule$18.area_code
    from subject rule$18
    where rule$18.id = former_name$17.subject_id) ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$19
    where rule$19.subject_id = former_name$17.subject_id and (rule$19.court_code = any($4::text[]) or (
      select rule$23.area_code
      from subject rule$23
      where rule$23.id = former_name$17.subject_id) is null and rule$19.court_code = any(array(
      select rule$20.code
      from unnest($3::text[]) rule$25(code) join court rule$20 on rule$20.area_code between rule$25.code and rule$25.code || '~')))) or exists (
    select
    from listing rule$21
    where rule$21.subject_id = former_name$17.subject_id and (rule$21.court_code = any($4::text[]) or (
      select rule$24.area_code
      from subject rule$24
      where rule$24.id = former_name$17.subject_id) is null and rule$21.kind <> 'SERIOUS_DISHONESTY' and rule$21.state = 'PUBLISHED' and (rule$21.term_ends_on is null or rule$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$21.court_code = any(array(
      select rule$22.code
      from unnest($3::text[]) rule$26(code) join court rule$22 on rule$22.area_code between rule$26.code and rule$26.code || '~')))))))
  limit 1), (
  select json_build_object('$', responsible_person$27."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$27."id"::text)
  from "responsible_person" responsible_person$27
  where responsible_person$27.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$28."id"::text)
  from "agency" agency$28
  where agency$28.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$29."id"::text)
  from "area" area$29
  where area$29.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$30."id"::text)
  from "court" court$30
  where court$30.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$31."id"::text)
  from "measure" measure$31
  where measure$31.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$32."id"::text)
  from "screening" screening$32
  where screening$32.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$33."id"::text)
  from "screening_item" screening_item$33
  where screening_item$33.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$34."id"::text)
  from "screening_hit" screening_hit$34
  where screening_hit$34.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$35."id"::text)
  from "screening_instruction" screening_instruction$35
  where screening_instruction$35.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$36."id"::text)
  from "feedback" feedback$36
  where feedback$36.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorSnapshot'::text, 'id', government_debtor_snapshot$37."id"::text)
  from "government_debtor_snapshot" government_debtor_snapshot$37
  where government_debtor_snapshot$37.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorEntry'::text, 'id', government_debtor_entry$38."id"::text)
  from "government_debtor_entry" government_debtor_entry$38
  where government_debtor_entry$38.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$39."id"::text)
  from "work_day" work_day$39
  where work_day$39.id = $1::uuid
  limit 1)))
