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
  select json_build_object('$', honest_listing$3."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$3."id"::text)
  from "honest_listing" honest_listing$3
  where honest_listing$3.id = $1::uuid and (((honest_listing$3.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', listing$4."subject_id", '__typename', case when listing$4."kind" in ('SX') then 'DishonestDebtorListing' when listing$4."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$4."id"::text, 'state', listing$4."state", 'publishedOn', listing$4."published_on")
  from "listing" listing$4
  where listing$4.id = $1::uuid and (listing$4."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
  limit 1), (
  select json_build_object('$', former_name$5."subject_id", '__typename', 'FormerName'::text, 'id', former_name$5."id"::text)
  from "former_name" former_name$5
  where former_name$5.id = $1::uuid and (((former_name$5.subject_kind <> 'NATURAL_PERSON')))
  limit 1), (
  select json_build_object('$', responsible_person$6."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$6."id"::text)
  from "responsible_person" responsible_person$6
  where responsible_person$6.id = $1::uuid and (((exists (
    select
    from listing rule$7
    where rule$7.subject_id = responsible_person$6.subject_id and rule$7.case_number = responsible_person$6.case_number and rule$7.kind = 'SX' and rule$7.state = 'PUBLISHED' and (rule$7.term_ends_on is null or rule$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$8."id"::text)
  from "agency" agency$8
  where agency$8.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$9."id"::text)
  from "area" area$9
  where area$9.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Source'::text, 'id', source$10."id"::text)
  from "source" source$10
  where source$10.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'Batch'::text, 'id', batch$11."id"::text)
  from "batch" batch$11
  where batch$11.id = $1::uuid and (((batch$11.provider_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$12."id"::text)
  from "court" court$12
  where court$12.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$13."id"::text)
  from "measure" measure$13
  where measure$13.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$14."id"::text)
  from "screening" screening$14
  where screening$14.id = $1::uuid and (((screening$14.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$15."id"::text)
  from "screening_item" screening_item$15
  where screening_item$15.id = $1::uuid and (((screening_item$15.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$16."id"::text)
  from "screening_hit" screening_hit$16
  where screening_hit$16.id = $1::uuid and (((screening_hit$16.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$17."id"::text)
  from "screening_instruction" screening_instruction$17
  where screening_instruction$17.id = $1::uuid and (((screening_instruction$17.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$18."id"::text)
  from "feedback" feedback$18
  where feedback$18.id = $1::uuid and (((feedback$18.agency_code = $3::text)))
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$19."id"::text)
  from "work_day" work_day$19
  where work_day$19.id = $1::uuid
  limit 1)))
