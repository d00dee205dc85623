select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE') then json_build_object('__typename', values$3."v$0", 'kind', values$3."v$1", 'name', values$3."v$2", 'creditCode', values$3."v$3", 'legalRepresentative', values$3."v$4", 'enterpriseKind', values$3."v$5", 'registrationState', values$3."v$6", 'registeredCapital', values$3."v$7", 'establishedOn', values$3."v$8", 'formerNames', values$3."v$9") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('__typename', values$3."v$0", 'kind', values$3."v$1", 'name', values$3."v$2", 'creditCode', values$3."v$3") end
    from (
      select case when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."kind" as "v$1", subject$1."name" as "v$2", subject$1."credit_code" as "v$3", subject$1."legal_representative" as "v$4", subject$1."enterprise_kind" as "v$5", subject$1."registration_state" as "v$6", subject$1."registered_capital"::text as "v$7", subject$1."established_on" as "v$8", case when subject$1."kind" in ('ENTERPRISE') then (
        select json_build_object('nodes', coalesce(json_agg(page$5."j$0" order by page$5."k$0"), '[]'))
        from (
          select former_name$4.id as "k$0", (
            select row_to_json(record$6)
            from (
              select former_name$4."name" as "name", former_name$4."used_until" as "usedUntil") record$6) as "j$0"
          from "former_name" former_name$4
          where former_name$4."subject_id" = subject$1."id" and (((former_name$4.subject_kind <> 'NATURAL_PERSON'))) and true
          order by "k$0"
          limit 20) page$5 having true) end as "v$9" offset 0) values$3)
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
