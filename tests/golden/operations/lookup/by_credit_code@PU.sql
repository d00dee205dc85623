select row_to_json(answer$)
from (
  select (
    select (
      select case when subject$1."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$9)
        from (
          select values$4."v$0" as "__typename", values$4."v$1" as "kind", values$4."v$2" as "name", values$4."v$3" as "creditCode") object$9) when subject$1."kind" in ('ENTERPRISE') then (
        select row_to_json(object$10)
        from (
          select values$4."v$0" as "__typename", values$4."v$1" as "kind", values$4."v$2" as "name", values$4."v$3" as "creditCode", values$4."v$4" as "legalRepresentative", values$4."v$5" as "enterpriseKind", values$4."v$6" as "registrationState", values$4."v$7" as "registeredCapital", values$4."v$8" as "establishedOn", values$4."v$9" as "formerNames") object$10) end
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."kind" as "v$1", subject$1."name" as "v$2", subject$1."credit_code" as "v$3", subject$1."legal_representative" as "v$4", subject$1."enterprise_kind" as "v$5", subject$1."registration_state" as "v$6", subject$1."registered_capital"::text as "v$7", subject$1."established_on" as "v$8", case when subject$1."kind" in ('ENTERPRISE') then (
          select row_to_json(connection$8)
          from (
            select coalesce(json_agg(page$6."j$0" order by page$6."k$0"), '[]') as "nodes"
            from (
              select former_name$5.id as "k$0", (
                select row_to_json(object$7)
                from (
                  select former_name$5."name" as "name", former_name$5."used_until" as "usedUntil") object$7) as "j$0"
              from "former_name" former_name$5
              where former_name$5."subject_id" = subject$1."id" and (((former_name$5.subject_kind <> 'NATURAL_PERSON'))) and true
              order by "k$0"
              limit 20) page$6 having true) connection$8) end as "v$9" offset 0) values$4)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and ((subject$1."kind" in ('NATURAL_PERSON') and (((exists (
      select
      from listing rule$3
      where rule$3.subject_id = subject$1.id and rule$3.kind = 'SX' and rule$3.state = 'PUBLISHED' and (rule$3.term_ends_on is null or rule$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1) as "subject") answer$
