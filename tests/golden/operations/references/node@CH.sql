select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$7."v$0", 'id', values$7."v$1", 'kind', values$7."v$2", 'name', values$7."v$3", 'idNumber', values$7."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$7."v$0", 'id', values$7."v$1", 'kind', values$7."v$2", 'name', values$7."v$3", 'creditCode', values$7."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$7."v$0", 'id', values$7."v$1", 'kind', values$7."v$2", 'name', values$7."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", coalesce($2::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") as "v$4", subject$1."credit_code" as "v$5" offset 0) values$7)
  from "subject" subject$1
  where subject$1.id = $1::uuid and ((subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$3
    where known$3."subject_id" = subject$1.id offset 0) or exists (
    select
    from "terminated_case" known$4
    where known$4."subject_id" = subject$1.id offset 0) or exists (
    select
    from "performance_certificate" known$5
    where known$5."subject_id" = subject$1.id offset 0) or exists (
    select
    from "honest_listing" known$6
    where known$6."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$2
    where known$2."subject_id" = subject$1.id and (known$2."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$2."kind" in ('SERIOUS_DISHONESTY') and (((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
  limit 1), (
  select json_build_object('$', licence$8."subject_id", '__typename', 'Licence'::text, 'id', licence$8."id"::text)
  from "licence" licence$8
  where licence$8.id = $1::uuid
  limit 1), (
  select json_build_object('$', penalty$9."subject_id", '__typename', 'Penalty'::text, 'id', penalty$9."id"::text)
  from "penalty" penalty$9
  where penalty$9.id = $1::uuid
  limit 1), (
  select json_build_object('$', enforcement_case$10."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$10."id"::text)
  from "enforcement_case" enforcement_case$10
  where enforcement_case$10.id = $1::uuid
  limit 1), (
  select json_build_object('$', case_party$11."subject_id", '__typename', 'CaseParty'::text, 'id', case_party$11."id"::text)
  from "case_party" case_party$11
  where case_party$11.id = $1::uuid
  limit 1), (
  select json_build_object('$', terminated_case$12."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$12."id"::text)
  from "terminated_case" terminated_case$12
  where terminated_case$12.id = $1::uuid
  limit 1), (
  select json_build_object('$', performance_certificate$13."subject_id", '__typename', 'PerformanceCertificate'::text, 'id', performance_certificate$13."id"::text)
  from "performance_certificate" performance_certificate$13
  where performance_certificate$13.id = $1::uuid
  limit 1), (
  select json_build_object('$', honest_listing$14."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$14."id"::text)
  from "honest_listing" honest_listing$14
  where honest_listing$14.id = $1::uuid
  limit 1), (
  select json_build_object('$', listing$15."subject_id", '__typename', case when listing$15."kind" in ('SX') then 'DishonestDebtorListing' when listing$15."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$15."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$15."id"::text, 'state', listing$15."state", 'publishedOn', listing$15."published_on")
  from "listing" listing$15
  where listing$15.id = $1::uuid and (listing$15."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$15."kind" in ('SERIOUS_DISHONESTY') and (((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
  limit 1), (
  select json_build_object('$', former_name$16."subject_id", '__typename', 'FormerName'::text, 'id', former_name$16."id"::text)
  from "former_name" former_name$16
  where former_name$16.id = $1::uuid and (((former_name$16.subject_kind <> 'NATURAL_PERSON')) or ((former_name$16.subject_kind = 'NATURAL_PERSON') and ((
    select rule$17.area_code
    from subject rule$17
    where rule$17.id = former_name$16.subject_id) ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$18
    where rule$18.subject_id = former_name$16.subject_id and (rule$18.court_code = any($4::text[]) or (
      select rule$22.area_code
      from subject rule$22
      where rule$22.id = former_name$16.subject_id) is null and rule$18.court_code = any(array(
      select rule$19.code
      from unnest($3::text[]) rule$24(code) join court rule$19 on rule$19.area_code between rule$24.code and rule$24.code || '~')))) or exists (
    select
    from listing rule$20
    where rule$20.subject_id = former_name$16.subject_id and (rule$20.court_code = any($4::text[]) or (
      select rule$23.area_code
      from subject rule$23
      where rule$23.id = former_name$16.subject_id) is null and rule$20.kind <> 'SERIOUS_DISHONESTY' and rule$20.state = 'PUBLISHED' and (rule$20.term_ends_on is null or rule$20.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$20.court_code = any(array(
      select rule$21.code
      from unnest($3::text[]) rule$25(code) join court rule$21 on rule$21.area_code between rule$25.code and rule$25.code || '~')))))))
  limit 1), (
  select json_build_object('$', responsible_person$26."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$26."id"::text)
  from "responsible_person" responsible_person$26
  where responsible_person$26.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$27."id"::text)
  from "agency" agency$27
  where agency$27.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$28."id"::text)
  from "area" area$28
  where area$28.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$29."id"::text)
  from "court" court$29
  where court$29.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$30."id"::text)
  from "measure" measure$30
  where measure$30.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$31."id"::text)
  from "screening" screening$31
  where screening$31.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$32."id"::text)
  from "screening_item" screening_item$32
  where screening_item$32.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$33."id"::text)
  from "screening_hit" screening_hit$33
  where screening_hit$33.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$34."id"::text)
  from "screening_instruction" screening_instruction$34
  where screening_instruction$34.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$35."id"::text)
  from "feedback" feedback$35
  where feedback$35.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorSnapshot'::text, 'id', government_debtor_snapshot$36."id"::text)
  from "government_debtor_snapshot" government_debtor_snapshot$36
  where government_debtor_snapshot$36.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorEntry'::text, 'id', government_debtor_entry$37."id"::text)
  from "government_debtor_entry" government_debtor_entry$37
  where government_debtor_entry$37.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$38."id"::text)
  from "work_day" work_day$38
  where work_day$38.id = $1::uuid
  limit 1)))
