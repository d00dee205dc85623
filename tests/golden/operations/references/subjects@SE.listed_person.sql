select json_build_object('subjectsByReference', (
  select coalesce(json_agg(case when named$1.way in (0, 1, 2) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$9)
        from (
          select subject$2."id" as "$", values$4."v$0" as "__typename", values$4."v$1" as "name", values$4."v$2" as "idNumber", values$4."v$3" as "listings") record$9) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$10)
        from (
          select subject$2."id" as "$", values$4."v$0" as "__typename", values$4."v$1" as "name", values$4."v$4" as "creditCode", values$4."v$3" as "listings") record$10) when subject$2."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$11)
        from (
          select subject$2."id" as "$", values$4."v$0" as "__typename", values$4."v$1" as "name", values$4."v$3" as "listings") record$11) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."name" as "v$1", coalesce($2::text || 's' || encode(subject$2."id_number_sealed", 'hex') || coalesce('.' || encode((
          select key$.key_sealed
          from person_key key$
          where key$.owner_id = subject$2.id), 'hex'), '') || '@', subject$2."id_number_masked") as "v$2", (
          select (
            select row_to_json(record$8)
            from (
              select coalesce(json_agg(page$6."j$0" order by page$6."k$0", page$6."k$1"), '[]') as "nodes") record$8)
          from (
            select listing$5."published_on" as "k$0", listing$5.id as "k$1", (
              select row_to_json(record$7)
              from (
                select listing$5."kind" as "kind", listing$5."state" as "state") record$7) as "j$0"
            from "listing" listing$5
            where listing$5."subject_id" = subject$2."id" and (listing$5."kind" in ('SX') and (((listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$5.subject_id = $1::uuid)) or ((listing$5.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$5.subject_id = $1::uuid)) or (((listing$5.state in ('REMOVED', 'REVOKED') or (listing$5.state = 'PUBLISHED' and not (listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$5.subject_id = $1::uuid)))) and ((listing$5."kind" = 'SX')) and true
            order by "k$0", "k$1"
            limit 2) page$6 having true) as "v$3", subject$2."credit_code" as "v$4" offset 0) values$4)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 0 then (
      select identifier$3.subject_id
      from subject_identifier identifier$3
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) when 1 then named$1.value::uuid when 2 then person_by_blind(named$1.value) end and (named$1.also is null or subject$2."name" = named$1.also) and (((subject$2.id = $1::uuid)))
    limit 1) end order by named$1.place), '[]')
  from unnest($3::text[], $4::integer[], $5::text[]) with ordinality named$1(value, way, also, place)))
