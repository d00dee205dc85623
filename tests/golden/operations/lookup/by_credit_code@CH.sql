select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE') then json_build_object('__typename', values$3."v$0", 'kind', values$3."v$1", 'name', values$3."v$2", 'creditCode', values$3."v$3", 'legalRepresentative', values$3."v$4", 'enterpriseKind', values$3."v$5", 'registrationState', values$3."v$6", 'registeredCapital', values$3."v$7", 'establishedOn', values$3."v$8", 'formerNames', values$3."v$9") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('__typename', values$3."v$0", 'kind', values$3."v$1", 'name', values$3."v$2", 'creditCode', values$3."v$3") end
    from (
      select case when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."kind" as "v$1", subject$1."name" as "v$2", subject$1."credit_code" as "v$3", subject$1."legal_representative" as "v$4", subject$1."enterprise_kind" as "v$5", subject$1."registration_state" as "v$6", subject$1."registered_capital"::text as "v$7", subject$1."established_on" as "v$8", case when subject$1."kind" in ('ENTERPRISE') then (
        select json_build_object('nodes', coalesce(json_agg(page$14."j$0" order by page$14."k$0"), '[]'))
        from (
          select former_name$4.id as "k$0", (
            select row_to_json(record$15)
            from (
              select former_name$4."name" as "name", former_name$4."used_until" as "usedUntil") record$15) as "j$0"
          from "former_name" former_name$4
          where former_name$4."subject_id" = subject$1."id" and (((former_name$4.subject_kind <> 'NATURAL_PERSON')) or ((former_name$4.subject_kind = 'NATURAL_PERSON') and ((
            select rule$5.area_code
            from subject rule$5
            where rule$5.id = former_name$4.subject_id) ^@ any($2::text[]) or exists (
            select
            from enforcement_case rule$6
            where rule$6.subject_id = former_name$4.subject_id and (rule$6.court_code = any($3::text[]) or (
              select rule$10.area_code
              from subject rule$10
              where rule$10.id = former_name$4.subject_id) is null and rule$6.court_code = any(array(
              select rule$7.code
              from unnest($2::text[]) rule$12(code) join court rule$7 on rule$7.area_code between rule$12.code and rule$12.code || '~')))) or exists (
            select
            from listing rule$8
            where rule$8.subject_id = former_name$4.subject_id and (rule$8.court_code = any($3::text[]) or (
              select rule$11.area_code
              from subject rule$11
              where rule$11.id = former_name$4.subject_id) is null and rule$8.kind <> 'SERIOUS_DISHONESTY' and rule$8.state = 'PUBLISHED' and (rule$8.term_ends_on is null or rule$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$8.court_code = any(array(
              select rule$9.code
              from unnest($2::text[]) rule$13(code) join court rule$9 on rule$9.area_code between rule$13.code and rule$13.code || '~'))))))) and true
          order by "k$0"
          limit 20) page$14 having true) end as "v$9" offset 0) values$3)
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
