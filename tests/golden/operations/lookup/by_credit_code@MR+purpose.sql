select row_to_json(answer$)
from (
  select (
    select (
      select case when subject$1."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$8)
        from (
          select values$3."v$0" as "__typename", values$3."v$1" as "kind", values$3."v$2" as "name", values$3."v$3" as "creditCode") object$8) when subject$1."kind" in ('ENTERPRISE') then (
        select row_to_json(object$9)
        from (
          select values$3."v$0" as "__typename", values$3."v$1" as "kind", values$3."v$2" as "name", values$3."v$3" as "creditCode", values$3."v$4" as "legalRepresentative", values$3."v$5" as "enterpriseKind", values$3."v$6" as "registrationState", values$3."v$7" as "registeredCapital", values$3."v$8" as "establishedOn", values$3."v$9" as "formerNames") object$9) end
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."kind" as "v$1", subject$1."name" as "v$2", subject$1."credit_code" as "v$3", subject$1."legal_representative" as "v$4", subject$1."enterprise_kind" as "v$5", subject$1."registration_state" as "v$6", subject$1."registered_capital"::text as "v$7", subject$1."established_on" as "v$8", case when subject$1."kind" in ('ENTERPRISE') then (
          select row_to_json(connection$7)
          from (
            select coalesce(json_agg(page$5."j$0" order by page$5."k$0"), '[]') as "nodes"
            from (
              select former_name$4.id as "k$0", (
                select row_to_json(object$6)
                from (
                  select former_name$4."name" as "name", former_name$4."used_until" as "usedUntil") object$6) as "j$0"
              from "former_name" former_name$4
              where former_name$4."subject_id" = subject$1."id" and (((former_name$4.subject_kind <> 'NATURAL_PERSON'))) and true
              order by "k$0"
              limit 20) page$5 having true) connection$7) end as "v$9" offset 0) values$3)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$
