select row_to_json(answer$)
from (
  select (
    select coalesce(json_agg(case when named$1.way in (20, 21) then (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$4)
        from (
          select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$2."id"::text as "id", subject$2."name" as "name") object$4) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(object$5)
        from (
          select 'Enterprise'::text as "__typename", subject$2."id"::text as "id", subject$2."name" as "name", subject$2."credit_code" as "creditCode") object$5) end
      from "subject" subject$2
      where subject$2.id = case named$1.way when 20 then named$1.value::uuid when 21 then (
        select identifier$3.subject_id
        from subject_identifier identifier$3
        where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also)
      limit 1) when named$1.way in (4) then (
      select (
        select row_to_json(object$7)
        from (
          select 'Case'::text as "__typename") object$7)
      from "enforcement_case" enforcement_case$6
      where enforcement_case$6.id = named$1.value::uuid
      limit 1) when named$1.way in (5) then (
      select (
        select row_to_json(object$9)
        from (
          select 'CaseParty'::text as "__typename") object$9)
      from "case_party" case_party$8
      where case_party$8.id = named$1.value::uuid
      limit 1) when named$1.way in (6) then (
      select (
        select row_to_json(object$11)
        from (
          select 'TerminatedCase'::text as "__typename") object$11)
      from "terminated_case" terminated_case$10
      where terminated_case$10.id = named$1.value::uuid
      limit 1) when named$1.way in (9) then (
      select (
        select row_to_json(object$13)
        from (
          select 'PerformanceCertificate'::text as "__typename") object$13)
      from "performance_certificate" performance_certificate$12
      where performance_certificate$12.id = named$1.value::uuid
      limit 1) when named$1.way in (10) then (
      select (
        select row_to_json(object$15)
        from (
          select 'HonestListEntry'::text as "__typename") object$15)
      from "honest_listing" honest_listing$14
      where honest_listing$14.id = named$1.value::uuid
      limit 1) when named$1.way in (11) then (
      select (
        select row_to_json(object$17)
        from (
          select case when listing$16."kind" in ('SX') then 'DishonestDebtorListing' when listing$16."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$16."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") object$17)
      from "listing" listing$16
      where listing$16.id = named$1.value::uuid and (named$1.also is null or listing$16."kind" = named$1.also) and (listing$16."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$16."kind" in ('SERIOUS_DISHONESTY') and (((listing$16.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$16.state in ('REMOVED', 'REVOKED') or (listing$16.state = 'PUBLISHED' and not (listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
      limit 1) when named$1.way in (22) then (
      select (
        select row_to_json(object$28)
        from (
          select 'FormerName'::text as "__typename") object$28)
      from "former_name" former_name$18
      where former_name$18.id = named$1.value::uuid and (((former_name$18.subject_kind <> 'NATURAL_PERSON')) or ((former_name$18.subject_kind = 'NATURAL_PERSON') and ((
        select rule$19.area_code
        from subject rule$19
        where rule$19.id = former_name$18.subject_id) ^@ any($1::text[]) or exists (
        select
        from enforcement_case rule$20
        where rule$20.subject_id = former_name$18.subject_id and (rule$20.court_code = any($2::text[]) or (
          select rule$24.area_code
          from subject rule$24
          where rule$24.id = former_name$18.subject_id) is null and rule$20.court_code = any(array(
          select rule$21.code
          from unnest($1::text[]) rule$26(code) join court rule$21 on rule$21.area_code between rule$26.code and rule$26.code || '~')))) or exists (
        select
        from listing rule$22
        where rule$22.subject_id = former_name$18.subject_id and (rule$22.court_code = any($2::text[]) or (
          select rule$25.area_code
          from subject rule$25
          where rule$25.id = former_name$18.subject_id) is null and rule$22.court_code = any(array(
          select rule$23.code
          from unnest($1::text[]) rule$27(code) join court rule$23 on rule$23.area_code between rule$27.code and rule$27.code || '~')))))))
      limit 1) when named$1.way in (23) then (
      select (
        select row_to_json(object$30)
        from (
          select 'ResponsiblePerson'::text as "__typename") object$30)
      from "responsible_person" responsible_person$29
      where responsible_person$29.id = named$1.value::uuid
      limit 1) when named$1.way in (0, 1) then (
      select (
        select row_to_json(object$33)
        from (
          select 'Agency'::text as "__typename") object$33)
      from "agency" agency$31
      where agency$31.id = case named$1.way when 0 then named$1.value::uuid when 1 then (
        select key$32.id
        from "agency" key$32
        where key$32."code" = named$1.value::text) end
      limit 1) when named$1.way in (2, 3) then (
      select (
        select row_to_json(object$36)
        from (
          select 'Area'::text as "__typename") object$36)
      from "area" area$34
      where area$34.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
        select key$35.id
        from "area" key$35
        where key$35."code" = named$1.value::text) end
      limit 1) when named$1.way in (7, 8) then (
      select (
        select row_to_json(object$41)
        from (
          select 'Court'::text as "__typename", court$37."code" as "code", (
            select (
              select row_to_json(object$40)
              from (
                select area$39."name" as "name") object$40)
            from "area" area$39
            where area$39."code" = court$37."area_code"
            limit 1) as "area") object$41)
      from "court" court$37
      where court$37.id = case named$1.way when 7 then named$1.value::uuid when 8 then (
        select key$38.id
        from "court" key$38
        where key$38."code" = named$1.value::text) end
      limit 1) when named$1.way in (12, 13) then (
      select (
        select row_to_json(object$44)
        from (
          select 'Measure'::text as "__typename") object$44)
      from "measure" measure$42
      where measure$42.id = case named$1.way when 12 then named$1.value::uuid when 13 then (
        select key$43.id
        from "measure" key$43
        where key$43."code" = named$1.value::text) end
      limit 1) when named$1.way in (14) then (
      select (
        select row_to_json(object$46)
        from (
          select 'Screening'::text as "__typename") object$46)
      from "screening" screening$45
      where screening$45.id = named$1.value::uuid
      limit 1) when named$1.way in (15) then (
      select (
        select row_to_json(object$48)
        from (
          select 'ScreeningItem'::text as "__typename") object$48)
      from "screening_item" screening_item$47
      where screening_item$47.id = named$1.value::uuid
      limit 1) when named$1.way in (16) then (
      select (
        select row_to_json(object$50)
        from (
          select 'ScreeningHit'::text as "__typename") object$50)
      from "screening_hit" screening_hit$49
      where screening_hit$49.id = named$1.value::uuid
      limit 1) when named$1.way in (17) then (
      select (
        select row_to_json(object$52)
        from (
          select 'Feedback'::text as "__typename") object$52)
      from "feedback" feedback$51
      where feedback$51.id = named$1.value::uuid
      limit 1) when named$1.way in (18) then (
      select (
        select row_to_json(object$54)
        from (
          select 'GovernmentDebtorSnapshot'::text as "__typename") object$54)
      from "government_debtor_snapshot" government_debtor_snapshot$53
      where government_debtor_snapshot$53.id = named$1.value::uuid
      limit 1) when named$1.way in (19) then (
      select (
        select row_to_json(object$56)
        from (
          select 'GovernmentDebtorEntry'::text as "__typename") object$56)
      from "government_debtor_entry" government_debtor_entry$55
      where government_debtor_entry$55.id = named$1.value::uuid
      limit 1) when named$1.way in (24, 25) then (
      select (
        select row_to_json(object$59)
        from (
          select 'WorkDay'::text as "__typename", work_day$57."day" as "day", work_day$57."is_workday" as "isWorkday") object$59)
      from "work_day" work_day$57
      where work_day$57.id = case named$1.way when 24 then named$1.value::uuid when 25 then (
        select key$58.id
        from "work_day" key$58
        where key$58."day" = named$1.value::date) end
      limit 1) end order by named$1.place), '[]')
    from unnest($3::integer[], $4::text[], $5::text[]) with ordinality named$1(way, value, also, place)) as "_entities") answer$
