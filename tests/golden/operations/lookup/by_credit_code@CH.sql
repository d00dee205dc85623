select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE') then json_build_object('__typename', values$4."v$0", 'kind', values$4."v$1", 'name', values$4."v$2", 'creditCode', values$4."v$3", 'legalRepresentative', values$4."v$4", 'enterpriseKind', values$4."v$5", 'registrationState', values$4."v$6", 'registeredCapital', values$4."v$7", 'establishedOn', values$4."v$8", 'formerNames', values$4."v$9") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('__typename', values$4."v$0", 'kind', values$4."v$1", 'name', values$4."v$2", 'creditCode', values$4."v$3") end
    from (
      select case when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."kind" as "v$1", subject$1."name" as "v$2", subject$1."credit_code" as "v$3", subject$1."legal_representative" as "v$4", subject$1."enterprise_kind" as "v$5", subject$1."registration_state" as "v$6", subject$1."registered_capital"::text as "v$7", subject$1."established_on" as "v$8", case when subject$1."kind" in ('ENTERPRISE') then (
        select json_build_object('nodes', coalesce(json_agg(page$15."j$0" order by page$15."k$0"), '[]'))
        from (
          select former_name$5.id as "k$0", (
            select row_to_json(record$16)
            from (
              select former_name$5."name" as "name", former_name$5."used_until" as "usedUntil") record$16) as "j$0"
          from "former_name" former_name$5
          where former_name$5."subject_id" = subject$1."id" and (((former_name$5.subject_kind <> 'NATURAL_PERSON')) or ((former_name$5.subject_kind = 'NATURAL_PERSON') and ((
            select rule$6.area_code
            from subject rule$6
            where rule$6.id = former_name$5.subject_id) ^@ any($2::text[]) or exists (
            select
            from enforcement_case rule$7
            where rule$7.subject_id = former_name$5.subject_id and (rule$7.court_code = any($3::text[]) or (
              select rule$11.area_code
              from subject rule$11
              where rule$11.id = former_name$5.subject_id) is null and rule$7.court_code = any(array(
              select rule$8.code
              from unnest($2::text[]) rule$13(code) join court rule$8 on rule$8.area_code between rule$13.code and rule$13.code || '~')))) or exists (
            select
            from listing rule$9
            where rule$9.subject_id = former_name$5.subject_id and (rule$9.court_code = any($3::text[]) or (
              select rule$12.area_code
              from subject rule$12
              where rule$12.id = former_name$5.subject_id) is null and rule$9.kind <> 'SERIOUS_DISHONESTY' and rule$9.state = 'PUBLISHED' and (rule$9.term_ends_on is null or rule$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$9.court_code = any(array(
              select rule$10.code
              from unnest($2::text[]) rule$14(code) join court rule$10 on rule$10.area_code between rule$14.code and rule$14.code || '~'))))))) and true
          order by "k$0"
          limit 20) page$15 having true) end as "v$9" offset 0) values$4)
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
