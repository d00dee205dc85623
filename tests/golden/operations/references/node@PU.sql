select row_to_json(answer$)
from (
  select coalesce((
    select (
      select case when subject$1."kind" in ('NATURAL_PERSON') then (
        select row_to_json(object$4)
        from (
          select values$3."v$0" as "__typename", values$3."v$1" as "id", values$3."v$2" as "kind", values$3."v$3" as "name", values$3."v$4" as "idNumber") object$4) when subject$1."kind" in ('ENTERPRISE') then (
        select row_to_json(object$5)
        from (
          select values$3."v$0" as "__typename", values$3."v$1" as "id", values$3."v$2" as "kind", values$3."v$3" as "name", values$3."v$5" as "creditCode") object$5) when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$6)
        from (
          select values$3."v$0" as "__typename", values$3."v$1" as "id", values$3."v$2" as "kind", values$3."v$3" as "name") object$6) end
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", subject$1."id_number_masked" as "v$4", subject$1."credit_code" as "v$5" offset 0) values$3)
    from "subject" subject$1
    where subject$1.id = $1::uuid and ((subject$1."kind" in ('NATURAL_PERSON') and (((exists (
      select
      from listing rule$2
      where rule$2.subject_id = subject$1.id and rule$2.kind = 'SX' and rule$2.state = 'PUBLISHED' and (rule$2.term_ends_on is null or rule$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1), (
    select (
      select row_to_json(object$9)
      from (
        select 'Case'::text as "__typename", enforcement_case$7."id"::text as "id") object$9)
    from "enforcement_case" enforcement_case$7
    where enforcement_case$7.id = $1::uuid and (((exists (
      select
      from listing rule$8
      where rule$8.subject_id = enforcement_case$7.subject_id and rule$8.case_number = enforcement_case$7.case_number and rule$8.kind = 'SX' and rule$8.state = 'PUBLISHED' and (rule$8.term_ends_on is null or rule$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(object$11)
      from (
        select 'TerminatedCase'::text as "__typename", terminated_case$10."id"::text as "id") object$11)
    from "terminated_case" terminated_case$10
    where terminated_case$10.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$13)
      from (
        select 'HonestListEntry'::text as "__typename", honest_listing$12."id"::text as "id") object$13)
    from "honest_listing" honest_listing$12
    where honest_listing$12.id = $1::uuid and (((honest_listing$12.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$12.subject_kind = 'NATURAL_PERSON') and (honest_listing$12.is_publication_consented)))
    limit 1), (
    select (
      select row_to_json(object$15)
      from (
        select case when listing$14."kind" in ('SX') then 'DishonestDebtorListing' when listing$14."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$14."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$14."id"::text as "id", listing$14."state" as "state", listing$14."published_on" as "publishedOn") object$15)
    from "listing" listing$14
    where listing$14.id = $1::uuid and (((listing$14.state = 'PUBLISHED' and (listing$14.term_ends_on is null or listing$14.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))
    limit 1), (
    select (
      select row_to_json(object$17)
      from (
        select 'FormerName'::text as "__typename", former_name$16."id"::text as "id") object$17)
    from "former_name" former_name$16
    where former_name$16.id = $1::uuid and (((former_name$16.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(object$20)
      from (
        select 'ResponsiblePerson'::text as "__typename", responsible_person$18."id"::text as "id") object$20)
    from "responsible_person" responsible_person$18
    where responsible_person$18.id = $1::uuid and (((exists (
      select
      from listing rule$19
      where rule$19.subject_id = responsible_person$18.subject_id and rule$19.case_number = responsible_person$18.case_number and rule$19.kind = 'SX' and rule$19.state = 'PUBLISHED' and (rule$19.term_ends_on is null or rule$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(object$22)
      from (
        select 'Agency'::text as "__typename", agency$21."id"::text as "id") object$22)
    from "agency" agency$21
    where agency$21.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$24)
      from (
        select 'Area'::text as "__typename", area$23."id"::text as "id") object$24)
    from "area" area$23
    where area$23.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$26)
      from (
        select 'Court'::text as "__typename", court$25."id"::text as "id") object$26)
    from "court" court$25
    where court$25.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$28)
      from (
        select 'Measure'::text as "__typename", measure$27."id"::text as "id") object$28)
    from "measure" measure$27
    where measure$27.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$30)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename", government_debtor_snapshot$29."id"::text as "id") object$30)
    from "government_debtor_snapshot" government_debtor_snapshot$29
    where government_debtor_snapshot$29.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$32)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename", government_debtor_entry$31."id"::text as "id") object$32)
    from "government_debtor_entry" government_debtor_entry$31
    where government_debtor_entry$31.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$34)
      from (
        select 'WorkDay'::text as "__typename", work_day$33."id"::text as "id") object$34)
    from "work_day" work_day$33
    where work_day$33.id = $1::uuid
    limit 1)) as "node") answer$
