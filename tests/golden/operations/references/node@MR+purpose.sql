select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$7."v$0", 'id', values$7."v$1", 'kind', values$7."v$2", 'name', values$7."v$3", 'idNumber', values$7."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$7."v$0", 'id', values$7."v$1", 'kind', values$7."v$2", 'name', values$7."v$3", 'creditCode', values$7."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$7."v$0", 'id', values$7."v$1", 'kind', values$7."v$2", 'name', values$7."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", coalesce($2::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") as "v$4", subject$1."credit_code" as "v$5" offset 0) values$7)
  from "subject" subject$1
  where subject$1.id = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $1::uuid), $1::uuid) and subject$1.merged_into is null and ((subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$4
    where known$4."subject_id" = subject$1.id offset 0) or exists (
    select
    from "performance_certificate" known$5
    where known$5."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$3
    where known$3."subject_id" = subject$1.id and (((known$3.state = 'PUBLISHED' and (known$3.term_ends_on is null or known$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) offset 0) or exists (
    select
    from "honest_listing" known$6
    where known$6."subject_id" = subject$1.id and (((known$6.subject_kind <> 'NATURAL_PERSON'))) offset 0))) or subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
  limit 1), (
  select json_build_object('$', licence$8."subject_id", '__typename', 'Licence'::text, 'id', licence$8."id"::text)
  from "licence" licence$8
  where licence$8.id = $1::uuid and (((licence$8.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', penalty$9."subject_id", '__typename', 'Penalty'::text, 'id', penalty$9."id"::text)
  from "penalty" penalty$9
  where penalty$9.id = $1::uuid and (((penalty$9.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', honest_listing$10."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$10."id"::text)
  from "honest_listing" honest_listing$10
  where honest_listing$10.id = $1::uuid and (((honest_listing$10.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', listing$11."subject_id", '__typename', case when listing$11."kind" in ('SX') then 'DishonestDebtorListing' when listing$11."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$11."id"::text, 'state', listing$11."state", 'publishedOn', listing$11."published_on")
  from "listing" listing$11
  where listing$11.id = $1::uuid and (listing$11."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
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
  select json_build_object('__typename', 'Source'::text, 'id', source$17."id"::text)
  from "source" source$17
  where source$17.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'Batch'::text, 'id', batch$18."id"::text)
  from "batch" batch$18
  where batch$18.id = $1::uuid and (((batch$18.provider_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$19."id"::text)
  from "court" court$19
  where court$19.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$20."id"::text)
  from "measure" measure$20
  where measure$20.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$21."id"::text)
  from "screening" screening$21
  where screening$21.id = $1::uuid and (((screening$21.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$22."id"::text)
  from "screening_item" screening_item$22
  where screening_item$22.id = $1::uuid and (((screening_item$22.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$23."id"::text)
  from "screening_hit" screening_hit$23
  where screening_hit$23.id = $1::uuid and (((screening_hit$23.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$24."id"::text)
  from "screening_instruction" screening_instruction$24
  where screening_instruction$24.id = $1::uuid and (((screening_instruction$24.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$25."id"::text)
  from "feedback" feedback$25
  where feedback$25.id = $1::uuid and (((feedback$25.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$26."id"::text)
  from "work_day" work_day$26
  where work_day$26.id = $1::uuid
  limit 1)))
