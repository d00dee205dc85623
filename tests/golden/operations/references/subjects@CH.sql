select json_build_object('subjectsByReference', (
  select coalesce(json_agg(case when named$1.way in (0, 1, 2) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$16)
        from (
          select subject$2."id" as "$", values$11."v$0" as "__typename", values$11."v$1" as "name", values$11."v$2" as "idNumber", values$11."v$3" as "listings") record$16) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$17)
        from (
          select subject$2."id" as "$", values$11."v$0" as "__typename", values$11."v$1" as "name", values$11."v$4" as "creditCode", values$11."v$3" as "listings") record$17) when subject$2."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$18)
        from (
          select subject$2."id" as "$", values$11."v$0" as "__typename", values$11."v$1" as "name", values$11."v$3" as "listings") record$18) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."name" as "v$1", coalesce($1::text || 's' || encode(subject$2."id_number_sealed", 'hex') || coalesce('.' || encode((
          select key$.key_sealed
          from person_key key$
          where key$.owner_id = subject$2.id), 'hex'), '') || '@', subject$2."id_number_masked") as "v$2", (
          select (
            select row_to_json(record$15)
            from (
              select coalesce(json_agg(page$13."j$0" order by page$13."k$0", page$13."k$1"), '[]') as "nodes") record$15)
          from (
            select listing$12."published_on" as "k$0", listing$12.id as "k$1", (
              select row_to_json(record$14)
              from (
                select listing$12."kind" as "kind", listing$12."state" as "state") record$14) as "j$0"
            from "listing" listing$12
            where listing$12."subject_id" = subject$2."id" and listing$12."kind" in ('SX') and ((listing$12."kind" = 'SX')) and true
            order by "k$0", "k$1"
            limit 2) page$13 having true) as "v$3", subject$2."credit_code" as "v$4" offset 0) values$11)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 0 then (
      select coalesce(alias$4.current_id, identifier$3.subject_id)
      from subject_identifier identifier$3 left join subject_alias alias$4 on alias$4.old_id = identifier$3.subject_id
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) when 1 then coalesce((
      select alias$5.current_id
      from subject_alias alias$5
      where alias$5.old_id = named$1.value::uuid), named$1.value::uuid) when 2 then person_by_blind(named$1.value) end and (named$1.also is null or subject$2."name" = named$1.also) and subject$2.merged_into is null and ((subject$2."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "enforcement_case" known$7
      where known$7."subject_id" = subject$2.id offset 0) or exists (
      select
      from "terminated_case" known$8
      where known$8."subject_id" = subject$2.id offset 0) or exists (
      select
      from "performance_certificate" known$9
      where known$9."subject_id" = subject$2.id offset 0) or exists (
      select
      from "honest_listing" known$10
      where known$10."subject_id" = subject$2.id offset 0) or exists (
      select
      from "listing" known$6
      where known$6."subject_id" = subject$2.id and (known$6."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$6."kind" in ('SERIOUS_DISHONESTY') and (((known$6.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$6.state in ('REMOVED', 'REVOKED') or (known$6.state = 'PUBLISHED' and not (known$6.state = 'PUBLISHED' and (known$6.term_ends_on is null or known$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1) end order by named$1.place), '[]')
  from unnest($2::text[], $3::integer[], $4::text[]) with ordinality named$1(value, way, also, place)))
