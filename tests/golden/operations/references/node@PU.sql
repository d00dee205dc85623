select row_to_json(answer$)
from (
  select coalesce((
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$3)
      from (
        select 'NaturalPerson'::text as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name", subject$1."id_number_masked" as "idNumber") object$3) when subject$1."kind" in ('ENTERPRISE') then (
      select row_to_json(object$4)
      from (
        select 'Enterprise'::text as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name", subject$1."credit_code" as "creditCode") object$4) when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$5)
      from (
        select case when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name") object$5) end
    from "subject" subject$1
    where subject$1.id = $1::uuid and ((subject$1."kind" in ('NATURAL_PERSON') and (((exists (
      select
      from listing rule$2
      where rule$2.subject_id = subject$1.id and rule$2.kind = 'SX' and rule$2.state = 'PUBLISHED' and (rule$2.term_ends_on is null or rule$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1), (
    select (
      select row_to_json(object$8)
      from (
        select 'Case'::text as "__typename", enforcement_case$6."id"::text as "id") object$8)
    from "enforcement_case" enforcement_case$6
    where enforcement_case$6.id = $1::uuid and (((exists (
      select
      from listing rule$7
      where rule$7.subject_id = enforcement_case$6.subject_id and rule$7.case_number = enforcement_case$6.case_number and rule$7.kind = 'SX' and rule$7.state = 'PUBLISHED' and (rule$7.term_ends_on is null or rule$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(object$10)
      from (
        select 'TerminatedCase'::text as "__typename", terminated_case$9."id"::text as "id") object$10)
    from "terminated_case" terminated_case$9
    where terminated_case$9.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$12)
      from (
        select 'HonestListEntry'::text as "__typename", honest_listing$11."id"::text as "id") object$12)
    from "honest_listing" honest_listing$11
    where honest_listing$11.id = $1::uuid and (((honest_listing$11.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$11.subject_kind = 'NATURAL_PERSON') and (honest_listing$11.is_publication_consented)))
    limit 1), (
    select (
      select row_to_json(object$14)
      from (
        select case when listing$13."kind" in ('SX') then 'DishonestDebtorListing' when listing$13."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$13."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$13."id"::text as "id", listing$13."state" as "state", listing$13."published_on" as "publishedOn") object$14)
    from "listing" listing$13
    where listing$13.id = $1::uuid and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))
    limit 1), (
    select (
      select row_to_json(object$16)
      from (
        select 'FormerName'::text as "__typename", former_name$15."id"::text as "id") object$16)
    from "former_name" former_name$15
    where former_name$15.id = $1::uuid and (((former_name$15.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(object$19)
      from (
        select 'ResponsiblePerson'::text as "__typename", responsible_person$17."id"::text as "id") object$19)
    from "responsible_person" responsible_person$17
    where responsible_person$17.id = $1::uuid and (((exists (
      select
      from listing rule$18
      where rule$18.subject_id = responsible_person$17.subject_id and rule$18.case_number = responsible_person$17.case_number and rule$18.kind = 'SX' and rule$18.state = 'PUBLISHED' and (rule$18.term_ends_on is null or rule$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(object$21)
      from (
        select 'Agency'::text as "__typename", agency$20."id"::text as "id") object$21)
    from "agency" agency$20
    where agency$20.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$23)
      from (
        select 'Area'::text as "__typename", area$22."id"::text as "id") object$23)
    from "area" area$22
    where area$22.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$25)
      from (
        select 'Court'::text as "__typename", court$24."id"::text as "id") object$25)
    from "court" court$24
    where court$24.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$27)
      from (
        select 'Measure'::text as "__typename", measure$26."id"::text as "id") object$27)
    from "measure" measure$26
    where measure$26.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$29)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename", government_debtor_snapshot$28."id"::text as "id") object$29)
    from "government_debtor_snapshot" government_debtor_snapshot$28
    where government_debtor_snapshot$28.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$31)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename", government_debtor_entry$30."id"::text as "id") object$31)
    from "government_debtor_entry" government_debtor_entry$30
    where government_debtor_entry$30.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$33)
      from (
        select 'WorkDay'::text as "__typename", work_day$32."id"::text as "id") object$33)
    from "work_day" work_day$32
    where work_day$32.id = $1::uuid
    limit 1)) as "node") answer$
