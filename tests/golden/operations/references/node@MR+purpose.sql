select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3", 'idNumber', values$2."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3", 'creditCode', values$2."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", coalesce($2::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") as "v$4", subject$1."credit_code" as "v$5" offset 0) values$2)
  from "subject" subject$1
  where subject$1.id = $1::uuid
  limit 1), (
  select json_build_object('$', licence$3."subject_id", '__typename', 'Licence'::text, 'id', licence$3."id"::text)
  from "licence" licence$3
  where licence$3.id = $1::uuid and (((licence$3.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', penalty$4."subject_id", '__typename', 'Penalty'::text, 'id', penalty$4."id"::text)
  from "penalty" penalty$4
  where penalty$4.id = $1::uuid and (((penalty$4.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', honest_listing$5."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$5."id"::text)
  from "honest_listing" honest_listing$5
  where honest_listing$5.id = $1::uuid and (((honest_listing$5.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', listing$6."subject_id", '__typename', case when listing$6."kind" in ('SX') then 'DishonestDebtorListing' when listing$6."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$6."id"::text, 'state', listing$6."state", 'publishedOn', listing$6."published_on")
  from "listing" listing$6
  where listing$6.id = $1::uuid and (listing$6."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
  limit 1), (
  select json_build_object('$', former_name$7."subject_id", '__typename', 'FormerName'::text, 'id', former_name$7."id"::text)
  from "former_name" former_name$7
  where former_name$7.id = $1::uuid and (((former_name$7.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', responsible_person$8."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$8."id"::text)
  from "responsible_person" responsible_person$8
  where responsible_person$8.id = $1::uuid and (((exists (
    select
    from listing rule$9
    where rule$9.subject_id = responsible_person$8.subject_id and rule$9.case_number = responsible_person$8.case_number and rule$9.kind = 'SX' and rule$9.state = 'PUBLISHED' and (rule$9.term_ends_on is null or rule$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$10."id"::text)
  from "agency" agency$10
  where agency$10.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$11."id"::text)
  from "area" area$11
  where area$11.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Source'::text, 'id', source$12."id"::text)
  from "source" source$12
  where source$12.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'Batch'::text, 'id', batch$13."id"::text)
  from "batch" batch$13
  where batch$13.id = $1::uuid and (((batch$13.provider_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$14."id"::text)
  from "court" court$14
  where court$14.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$15."id"::text)
  from "measure" measure$15
  where measure$15.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$16."id"::text)
  from "screening" screening$16
  where screening$16.id = $1::uuid and (((screening$16.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$17."id"::text)
  from "screening_item" screening_item$17
  where screening_item$17.id = $1::uuid and (((screening_item$17.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$18."id"::text)
  from "screening_hit" screening_hit$18
  where screening_hit$18.id = $1::uuid and (((screening_hit$18.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$19."id"::text)
  from "screening_instruction" screening_instruction$19
  where screening_instruction$19.id = $1::uuid and (((screening_instruction$19.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$20."id"::text)
  from "feedback" feedback$20
  where feedback$20.id = $1::uuid and (((feedback$20.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$21."id"::text)
  from "work_day" work_day$21
  where work_day$21.id = $1::uuid
  limit 1)))
