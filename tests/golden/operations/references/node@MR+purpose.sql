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
  where licence$4.id = $1::uuid and (((licence$4.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', penalty$5."subject_id", '__typename', 'Penalty'::text, 'id', penalty$5."id"::text)
  from "penalty" penalty$5
  where penalty$5.id = $1::uuid and (((penalty$5.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', honest_listing$6."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$6."id"::text)
  from "honest_listing" honest_listing$6
  where honest_listing$6.id = $1::uuid and (((honest_listing$6.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', listing$7."subject_id", '__typename', case when listing$7."kind" in ('SX') then 'DishonestDebtorListing' when listing$7."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$7."id"::text, 'state', listing$7."state", 'publishedOn', listing$7."published_on")
  from "listing" listing$7
  where listing$7.id = $1::uuid and (listing$7."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
  limit 1), (
  select json_build_object('$', former_name$8."subject_id", '__typename', 'FormerName'::text, 'id', former_name$8."id"::text)
  from "former_name" former_name$8
  where former_name$8.id = $1::uuid and (((former_name$8.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', responsible_person$9."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$9."id"::text)
  from "responsible_person" responsible_person$9
  where responsible_person$9.id = $1::uuid and (((exists (
    select
    from listing rule$10
    where rule$10.subject_id = responsible_person$9.subject_id and rule$10.case_number = responsible_person$9.case_number and rule$10.kind = 'SX' and rule$10.state = 'PUBLISHED' and (rule$10.term_ends_on is null or rule$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$11."id"::text)
  from "agency" agency$11
  where agency$11.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$12."id"::text)
  from "area" area$12
  where area$12.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Source'::text, 'id', source$13."id"::text)
  from "source" source$13
  where source$13.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'Batch'::text, 'id', batch$14."id"::text)
  from "batch" batch$14
  where batch$14.id = $1::uuid and (((batch$14.provider_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$15."id"::text)
  from "court" court$15
  where court$15.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$16."id"::text)
  from "measure" measure$16
  where measure$16.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$17."id"::text)
  from "screening" screening$17
  where screening$17.id = $1::uuid and (((screening$17.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$18."id"::text)
  from "screening_item" screening_item$18
  where screening_item$18.id = $1::uuid and (((screening_item$18.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$19."id"::text)
  from "screening_hit" screening_hit$19
  where screening_hit$19.id = $1::uuid and (((screening_hit$19.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$20."id"::text)
  from "screening_instruction" screening_instruction$20
  where screening_instruction$20.id = $1::uuid and (((screening_instruction$20.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$21."id"::text)
  from "feedback" feedback$21
  where feedback$21.id = $1::uuid and (((feedback$21.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$22."id"::text)
  from "work_day" work_day$22
  where work_day$22.id = $1::uuid
  limit 1)))
