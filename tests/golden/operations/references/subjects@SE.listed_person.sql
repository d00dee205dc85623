select json_build_object('subjectsByReference', (
  select coalesce(json_agg(case when named$1.way in (0, 1, 2) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$18)
        from (
          select subject$2."id" as "$", values$10."v$0" as "__typename", values$10."v$1" as "name", values$10."v$2" as "idNumber", values$10."v$3" as "listings") record$18) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$19)
        from (
          select subject$2."id" as "$", values$10."v$0" as "__typename", values$10."v$1" as "name", values$10."v$4" as "creditCode", values$10."v$3" as "listings") record$19) when subject$2."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$20)
        from (
          select subject$2."id" as "$", values$10."v$0" as "__typename", values$10."v$1" as "name", values$10."v$3" as "listings") record$20) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."name" as "v$1", coalesce($2::text || 's' || encode(subject$2."id_number_sealed", 'hex') || coalesce('.' || encode((
          select key$.key_sealed
          from person_key key$
          where key$.owner_id = subject$2.id), 'hex'), '') || '@', subject$2."id_number_masked") as "v$2", (
          select (
            select row_to_json(record$17)
            from (
              select coalesce(json_agg(page$15."j$0" order by page$15."k$0", page$15."k$1"), '[]') as "nodes") record$17)
          from (
            select listing$11."published_on" as "k$0", listing$11.id as "k$1", (
              select row_to_json(record$16)
              from (
                select listing$11."kind" as "kind", listing$11."state" as "state") record$16) as "j$0"
            from "listing" listing$11
            where listing$11."subject_id" = subject$2."id" and (listing$11."kind" in ('SX') and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$11.subject_id = coalesce((
              select alias$12.current_id
              from subject_alias alias$12
              where alias$12.old_id = $1::uuid), $1::uuid))) or ((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$11.subject_id = coalesce((
              select alias$13.current_id
              from subject_alias alias$13
              where alias$13.old_id = $1::uuid), $1::uuid))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$11.subject_id = coalesce((
              select alias$14.current_id
              from subject_alias alias$14
              where alias$14.old_id = $1::uuid), $1::uuid))))) and ((listing$11."kind" = 'SX')) and true
            order by "k$0", "k$1"
            limit 2) page$15 having true) as "v$3", subject$2."credit_code" as "v$4" offset 0) values$10)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 0 then (
      select coalesce(alias$4.current_id, identifier$3.subject_id)
      from subject_identifier identifier$3 left join subject_alias alias$4 on alias$4.old_id = identifier$3.subject_id
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) when 1 then coalesce((
      select alias$5.current_id
      from subject_alias alias$5
      where alias$5.old_id = named$1.value::uuid), named$1.value::uuid) when 2 then person_by_blind(named$1.value) end and (named$1.also is null or subject$2."name" = named$1.also) and subject$2.merged_into is null and ((subject$2."kind" in ('NATURAL_PERSON') and (((subject$2.id = coalesce((
      select alias$6.current_id
      from subject_alias alias$6
      where alias$6.old_id = $1::uuid), $1::uuid))))) or (subject$2."kind" in ('ENTERPRISE') and (((subject$2.id = coalesce((
      select alias$7.current_id
      from subject_alias alias$7
      where alias$7.old_id = $1::uuid), $1::uuid))))) or (subject$2."kind" in ('GOVERNMENT_BODY') and (((subject$2.id = coalesce((
      select alias$8.current_id
      from subject_alias alias$8
      where alias$8.old_id = $1::uuid), $1::uuid))))) or (subject$2."kind" in ('OTHER_ORGANISATION') and (((subject$2.id = coalesce((
      select alias$9.current_id
      from subject_alias alias$9
      where alias$9.old_id = $1::uuid), $1::uuid))))))
    limit 1) end order by named$1.place), '[]')
  from unnest($3::text[], $4::integer[], $5::text[]) with ordinality named$1(value, way, also, place)))
