select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('ENTERPRISE') then (
      select row_to_json(object$7)
      from (
        select 'Enterprise'::text as "__typename", subject$1."kind" as "kind", subject$1."name" as "name", subject$1."credit_code" as "creditCode", subject$1."legal_representative" as "legalRepresentative", subject$1."enterprise_kind" as "enterpriseKind", subject$1."registration_state" as "registrationState", subject$1."registered_capital"::text as "registeredCapital", subject$1."established_on" as "establishedOn", (
          select row_to_json(connection$6)
          from (
            select coalesce(json_agg(page$4."j$0" order by page$4."k$0"), '[]') as "nodes"
            from (
              select former_name$3.id as "k$0", (
                select row_to_json(object$5)
                from (
                  select former_name$3."name" as "name", former_name$3."used_until" as "usedUntil") object$5) as "j$0"
              from "former_name" former_name$3
              where former_name$3."subject_id" = subject$1."id" and (((former_name$3.subject_kind <> 'NATURAL_PERSON'))) and true
              order by "k$0"
              limit 20) page$4 having true) connection$6) as "formerNames") object$7) when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$8)
      from (
        select case when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$1."kind" as "kind", subject$1."name" as "name", subject$1."credit_code" as "creditCode") object$8) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
    limit 1) as "subject") answer$
