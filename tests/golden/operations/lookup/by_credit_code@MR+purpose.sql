select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE') then json_build_object('__typename', values$4."v$0", 'kind', values$4."v$1", 'name', values$4."v$2", 'creditCode', values$4."v$3", 'legalRepresentative', values$4."v$4", 'enterpriseKind', values$4."v$5", 'registrationState', values$4."v$6", 'registeredCapital', values$4."v$7", 'establishedOn', values$4."v$8", 'formerNames', values$4."v$9") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('__typename', values$4."v$0", 'kind', values$4."v$1", 'name', values$4."v$2", 'creditCode', values$4."v$3") end
    from (
      select case when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."kind" as "v$1", subject$1."name" as "v$2", subject$1."credit_code" as "v$3", subject$1."legal_representative" as "v$4", subject$1."enterprise_kind" as "v$5", subject$1."registration_state" as "v$6", subject$1."registered_capital"::text as "v$7", subject$1."established_on" as "v$8", case when subject$1."kind" in ('ENTERPRISE') then (
        select json_build_object('nodes', coalesce(json_agg(page$6."j$0" order by page$6."k$0"), '[]'))
        from (
          select former_name$5.id as "k$0", (
            select row_to_json(record$7)
            from (
              select former_name$5."name" as "name", former_name$5."used_until" as "usedUntil") record$7) as "j$0"
          from "former_name" former_name$5
          where former_name$5."subject_id" = subject$1."id" and (((former_name$5.subject_kind <> 'NATURAL_PERSON'))) and true
          order by "k$0"
          limit 20) page$6 having true) end as "v$9" offset 0) values$4)
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
