select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$4."v$0", 'id', values$4."v$1", 'kind', values$4."v$2", 'name', values$4."v$3", 'idNumber', values$4."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$4."v$0", 'id', values$4."v$1", 'kind', values$4."v$2", 'name', values$4."v$3", 'creditCode', values$4."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$4."v$0", 'id', values$4."v$1", 'kind', values$4."v$2", 'name', values$4."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", case when subject$1."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$1."id_number_masked" end as "v$4", subject$1."credit_code" as "v$5" offset 0) values$4)
  from "subject" subject$1
  where subject$1.id = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $1::uuid), $1::uuid) and subject$1.merged_into is null and ((subject$1."kind" in ('NATURAL_PERSON') and (((exists (
    select
    from listing rule$3
    where rule$3.subject_id = subject$1.id and rule$3.kind = 'SX' and rule$3.state = 'PUBLISHED' and (rule$3.term_ends_on is null or rule$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
  limit 1), (
  select json_build_object('$', licence$5."subject_id", '__typename', 'Licence'::text, 'id', licence$5."id"::text)
  from "licence" licence$5
  where licence$5.id = $1::uuid and (((licence$5.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', penalty$6."subject_id", '__typename', 'Penalty'::text, 'id', penalty$6."id"::text)
  from "penalty" penalty$6
  where penalty$6.id = $1::uuid and (((penalty$6.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', enforcement_case$7."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$7."id"::text)
  from "enforcement_case" enforcement_case$7
  where enforcement_case$7.id = $1::uuid and (((exists (
    select
    from listing rule$8
    where rule$8.subject_id = enforcement_case$7.subject_id and rule$8.case_number = enforcement_case$7.case_number and rule$8.kind = 'SX' and rule$8.state = 'PUBLISHED' and (rule$8.term_ends_on is null or rule$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
  limit 1), (
  select json_build_object('$', terminated_case$9."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$9."id"::text)
  from "terminated_case" terminated_case$9
  where terminated_case$9.id = $1::uuid
  limit 1), (
  select json_build_object('$', honest_listing$10."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$10."id"::text)
  from "honest_listing" honest_listing$10
  where honest_listing$10.id = $1::uuid and (((honest_listing$10.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$10.subject_kind = 'NATURAL_PERSON') and (honest_listing$10.is_publication_consented)))
  limit 1), (
  select json_build_object('$', listing$11."subject_id", '__typename', case when listing$11."kind" in ('SX') then 'DishonestDebtorListing' when listing$11."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$11."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$11."id"::text, 'state', listing$11."state", 'publishedOn', listing$11."published_on")
  from "listing" listing$11
  where listing$11.id = $1::uuid and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))
  limit 1), (
  select json_build_object('$', former_name$12."subject_id", '__typename', 'FormerName'::text, 'id', former_name$12."id"::text)
  from "former_name" former_name$12
  where former_name$12.id = $1::uuid and (((former_name$12.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', responsible_person$13."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$13."id"::text)
  from "responsible_person" responsible_person$13
  where responsible_person$13.id = $1::uuid and (((exists (
    select
    from listing rule$14
    where rule$14.subject_id = responsible_person$13.subject_id and rule$14.case_number = responsible_person$13.case_number and rule$14.kind = 'SX' and rule$14.state = 'PUBLISHED' and (rule$14.term_ends_on is null or rule$14.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$15."id"::text)
  from "agency" agency$15
  where agency$15.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$16."id"::text)
  from "area" area$16
  where area$16.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$17."id"::text)
  from "court" court$17
  where court$17.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$18."id"::text)
  from "measure" measure$18
  where measure$18.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorSnapshot'::text, 'id', government_debtor_snapshot$19."id"::text)
  from "government_debtor_snapshot" government_debtor_snapshot$19
  where government_debtor_snapshot$19.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'GovernmentDebtorEntry'::text, 'id', government_debtor_entry$20."id"::text)
  from "government_debtor_entry" government_debtor_entry$20
  where government_debtor_entry$20.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$21."id"::text)
  from "work_day" work_day$21
  where work_day$21.id = $1::uuid
  limit 1)))
