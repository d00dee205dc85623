select json_build_object('subjectsByReference', (
  select coalesce(json_agg(case when named$1.way in (0, 1, 2) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$13)
        from (
          select subject$2."id" as "$", values$8."v$0" as "__typename", values$8."v$1" as "name", values$8."v$2" as "idNumber", values$8."v$3" as "listings") record$13) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$14)
        from (
          select subject$2."id" as "$", values$8."v$0" as "__typename", values$8."v$1" as "name", values$8."v$4" as "creditCode", values$8."v$3" as "listings") record$14) when subject$2."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$15)
        from (
          select subject$2."id" as "$", values$8."v$0" as "__typename", values$8."v$1" as "name", values$8."v$3" as "listings") record$15) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", case when subject$2."kind" in ('NATURAL_PERSON') then case when char_length(subject$2."name") <= 1 or subject$2."name" = 'ERASED' then '*' when char_length(subject$2."name") = 2 then rpad(left(subject$2."name", 1), 2, '*') when position('·' in subject$2."name") > 0 then left(subject$2."name", 1) || '**' else left(subject$2."name", 1) || case char_length(subject$2."name") when 3 then '*' else '**' end || right(subject$2."name", 1) end when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$2."name" end as "v$1", case when subject$2."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$2."id_number_masked" end as "v$2", (
          select (
            select row_to_json(record$12)
            from (
              select coalesce(json_agg(page$10."j$0" order by page$10."k$0", page$10."k$1"), '[]') as "nodes") record$12)
          from (
            select listing$9."published_on" as "k$0", listing$9.id as "k$1", (
              select row_to_json(record$11)
              from (
                select listing$9."kind" as "kind", listing$9."state" as "state") record$11) as "j$0"
            from "listing" listing$9
            where listing$9."subject_id" = subject$2."id" and (listing$9."kind" in ('SX') and (((listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$9."kind" = 'SX')) and true
            order by "k$0", "k$1"
            limit 2) page$10 having true) as "v$3", subject$2."credit_code" as "v$4" offset 0) values$8)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 0 then (
      select coalesce(alias$4.current_id, identifier$3.subject_id)
      from subject_identifier identifier$3 left join subject_alias alias$4 on alias$4.old_id = identifier$3.subject_id
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) when 1 then coalesce((
      select alias$5.current_id
      from subject_alias alias$5
      where alias$5.old_id = named$1.value::uuid), named$1.value::uuid) when 2 then person_by_blind(named$1.value) end and (named$1.also is null or subject$2."name" = named$1.also) and subject$2.merged_into is null and ((subject$2."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "listing" known$6
      where known$6."subject_id" = subject$2.id and (known$6."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((known$6.state = 'PUBLISHED' and (known$6.term_ends_on is null or known$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) offset 0) or exists (
      select
      from "honest_listing" known$7
      where known$7."subject_id" = subject$2.id and (((known$7.subject_kind <> 'NATURAL_PERSON'))) offset 0))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1) end order by named$1.place), '[]')
  from unnest($1::text[], $2::integer[], $3::text[]) with ordinality named$1(value, way, also, place)))
