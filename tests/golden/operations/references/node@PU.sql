select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$3."v$0", 'id', values$3."v$1", 'kind', values$3."v$2", 'name', values$3."v$3", 'idNumber', values$3."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$3."v$0", 'id', values$3."v$1", 'kind', values$3."v$2", 'name', values$3."v$3", 'creditCode', values$3."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$3."v$0", 'id', values$3."v$1", 'kind', values$3."v$2", 'name', values$3."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", case when subject$1."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$1."id_number_masked" end as "v$4", subject$1."credit_code" as "v$5" offset 0) values$3)
  from "subject" subject$1
  where subject$1.id = $1::uuid and ((subject$1."kind" in ('NATURAL_PERSON') and (((exists (
    select
    from listing rule$2
    where rule$2.subject_id = subject$1.id and rule$2.kind = 'SX' and rule$2.state = 'PUBLISHED' and (rule$2.term_ends_on is null or rule$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
  limit 1), (
  select json_build_object('$', enforcement_case$4."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$4."id"::text)
  from "enforcement_case" enforcement_case$4
  where enforcement_case$4.id = $1::uuid and (((exists (
    select
    from listing rule$5
    where rule$5.subject_id = enforcement_case$4.subject_id and rule$5.case_number = enforcement_case$4.case_number and rule$5.kind = 'SX' and rule$5.state = 'PUBLISHED' and (rule$5.term_ends_on is null or rule$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
  limit 1), (
  select json_build_object('$', terminated_case$6."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$6."id"::text)
  from "terminated_case" terminated_case$6
  where terminated_case$6.id = $1::uuid
  limit 1), (
  select json_build_object('$', honest_listing$7."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$7."id"::text)
  from "honest_listing" honest_listing$7
  where honest_listing$7.id = $1::uuid and (((honest_listing$7.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$7.subject_kind = 'NATURAL_PERSON') and (honest_listing$7.is_publication_consented)))
  limit 1), (
  select json_build_object('$', listing$8."subject_id", '__typename', case when listing$8."kind" in ('SX') then 'DishonestDebtorListing' when listing$8."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$8."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$8."id"::text, 'state', listing$8."state", 'publishedOn', listing$8."published_on")
  from "listing" listing$8
  where listing$8.id = $1::uuid and (((listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))
  limit 1), (
  select json_build_object('$', former_name$9."subject_id", '__typename', 'FormerName'::text, 'id', former_name$9."id"::text)
  from "former_name" former_name$9
  where former_name$9.id = $1::uuid and (((former_name$9.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', responsible_person$10."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$10."id"::text)
  from "responsible_person" responsible_person$10
  where responsible_person$10.id = $1::uuid and (((exists (
    select
    from listing rule$11
    where rule$11.subject_id = responsible_person$10.subject_id and rule$11.case_number = responsible_person$10.case_number and rule$11.kind = 'SX' and rule$11.state = 'PUBLISHED' and (rule$11.term_ends_on is null or rule$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$12."id"::text)
  from "agency" agency$12
  where agency$12.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$13."id"::text)
  from "area" area$13
  where area$13.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$14."id"::text)
  from "court" court$14
  where court$14.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$15."id"::text)
  from "measure" measure$15
  where measure$15.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorSnapshot'::text, 'id', government_debtor_snapshot$16."id"::text)
  from "government_debtor_snapshot" government_debtor_snapshot$16
  where government_debtor_snapshot$16.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorEntry'::text, 'id', government_debtor_entry$17."id"::text)
  from "government_debtor_entry" government_debtor_entry$17
  where government_debtor_entry$17.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$18."id"::text)
  from "work_day" work_day$18
  where work_day$18.id = $1::uuid
  limit 1)))
