select row_to_json(answer$)
from (
  select (
    select coalesce(json_agg(case when named$1.way in (14, 15) then (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$5)
        from (
          select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$2."id"::text as "id", subject$2."name" as "name") object$5) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(object$6)
        from (
          select 'Enterprise'::text as "__typename", subject$2."id"::text as "id", subject$2."name" as "name", subject$2."credit_code" as "creditCode") object$6) end
      from "subject" subject$2
      where subject$2.id = case named$1.way when 14 then named$1.value::uuid when 15 then (
        select identifier$3.subject_id
        from subject_identifier identifier$3
        where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also) and ((subject$2."kind" in ('NATURAL_PERSON') and (((exists (
        select
        from listing rule$4
        where rule$4.subject_id = subject$2.id and rule$4.kind = 'SX' and rule$4.state = 'PUBLISHED' and (rule$4.term_ends_on is null or rule$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
      limit 1) when named$1.way in (4) then (
      select (
        select row_to_json(object$9)
        from (
          select 'Case'::text as "__typename") object$9)
      from "enforcement_case" enforcement_case$7
      where enforcement_case$7.id = named$1.value::uuid and (((exists (
        select
        from listing rule$8
        where rule$8.subject_id = enforcement_case$7.subject_id and rule$8.case_number = enforcement_case$7.case_number and rule$8.kind = 'SX' and rule$8.state = 'PUBLISHED' and (rule$8.term_ends_on is null or rule$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
      limit 1) when named$1.way in (5) then (
      select (
        select row_to_json(object$11)
        from (
          select 'TerminatedCase'::text as "__typename") object$11)
      from "terminated_case" terminated_case$10
      where terminated_case$10.id = named$1.value::uuid
      limit 1) when named$1.way in (8) then (
      select (
        select row_to_json(object$13)
        from (
          select 'HonestListEntry'::text as "__typename") object$13)
      from "honest_listing" honest_listing$12
      where honest_listing$12.id = named$1.value::uuid and (((honest_listing$12.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$12.subject_kind = 'NATURAL_PERSON') and (honest_listing$12.is_publication_consented)))
      limit 1) when named$1.way in (9) then (
      select (
        select row_to_json(object$15)
        from (
          select case when listing$14."kind" in ('SX') then 'DishonestDebtorListing' when listing$14."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$14."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") object$15)
      from "listing" listing$14
      where listing$14.id = named$1.value::uuid and (named$1.also is null or listing$14."kind" = named$1.also) and (((listing$14.state = 'PUBLISHED' and (listing$14.term_ends_on is null or listing$14.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))
      limit 1) when named$1.way in (16) then (
      select (
        select row_to_json(object$17)
        from (
          select 'FormerName'::text as "__typename") object$17)
      from "former_name" former_name$16
      where former_name$16.id = named$1.value::uuid and (((former_name$16.subject_kind <> 'NATURAL_PERSON')))
      limit 1) when named$1.way in (17) then (
      select (
        select row_to_json(object$20)
        from (
          select 'ResponsiblePerson'::text as "__typename") object$20)
      from "responsible_person" responsible_person$18
      where responsible_person$18.id = named$1.value::uuid and (((exists (
        select
        from listing rule$19
        where rule$19.subject_id = responsible_person$18.subject_id and rule$19.case_number = responsible_person$18.case_number and rule$19.kind = 'SX' and rule$19.state = 'PUBLISHED' and (rule$19.term_ends_on is null or rule$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
      limit 1) when named$1.way in (0, 1) then (
      select (
        select row_to_json(object$23)
        from (
          select 'Agency'::text as "__typename") object$23)
      from "agency" agency$21
      where agency$21.id = case named$1.way when 0 then named$1.value::uuid when 1 then (
        select key$22.id
        from "agency" key$22
        where key$22."code" = named$1.value::text) end
      limit 1) when named$1.way in (2, 3) then (
      select (
        select row_to_json(object$26)
        from (
          select 'Area'::text as "__typename") object$26)
      from "area" area$24
      where area$24.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
        select key$25.id
        from "area" key$25
        where key$25."code" = named$1.value::text) end
      limit 1) when named$1.way in (6, 7) then (
      select (
        select row_to_json(object$31)
        from (
          select 'Court'::text as "__typename", court$27."code" as "code", (
            select (
              select row_to_json(object$30)
              from (
                select area$29."name" as "name") object$30)
            from "area" area$29
            where area$29."code" = court$27."area_code"
            limit 1) as "area") object$31)
      from "court" court$27
      where court$27.id = case named$1.way when 6 then named$1.value::uuid when 7 then (
        select key$28.id
        from "court" key$28
        where key$28."code" = named$1.value::text) end
      limit 1) when named$1.way in (10, 11) then (
      select (
        select row_to_json(object$34)
        from (
          select 'Measure'::text as "__typename") object$34)
      from "measure" measure$32
      where measure$32.id = case named$1.way when 10 then named$1.value::uuid when 11 then (
        select key$33.id
        from "measure" key$33
        where key$33."code" = named$1.value::text) end
      limit 1) when named$1.way in (12) then (
      select (
        select row_to_json(object$36)
        from (
          select 'GovernmentDebtorSnapshot'::text as "__typename") object$36)
      from "government_debtor_snapshot" government_debtor_snapshot$35
      where government_debtor_snapshot$35.id = named$1.value::uuid
      limit 1) when named$1.way in (13) then (
      select (
        select row_to_json(object$38)
        from (
          select 'GovernmentDebtorEntry'::text as "__typename") object$38)
      from "government_debtor_entry" government_debtor_entry$37
      where government_debtor_entry$37.id = named$1.value::uuid
      limit 1) when named$1.way in (18, 19) then (
      select (
        select row_to_json(object$41)
        from (
          select 'WorkDay'::text as "__typename", work_day$39."day" as "day", work_day$39."is_workday" as "isWorkday") object$41)
      from "work_day" work_day$39
      where work_day$39.id = case named$1.way when 18 then named$1.value::uuid when 19 then (
        select key$40.id
        from "work_day" key$40
        where key$40."day" = named$1.value::date) end
      limit 1) end order by named$1.place), '[]')
    from unnest($1::integer[], $2::text[], $3::text[]) with ordinality named$1(way, value, also, place)) as "_entities") answer$
