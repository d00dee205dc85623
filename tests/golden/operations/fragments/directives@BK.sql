select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE') then json_build_object('name', values$4."v$0", 'creditCode', values$4."v$1", 'listings', values$4."v$2") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('name', values$4."v$0", 'listings', values$4."v$2") end
    from (
      select subject$1."name" as "v$0", subject$1."credit_code" as "v$1", (
        select json_build_object('nodes', coalesce(json_agg(page$6."j$0" order by page$6."k$0", page$6."k$1"), '[]'))
        from (
          select listing$5."published_on" as "k$0", listing$5.id as "k$1", (
            select row_to_json(record$7)
            from (
              select listing$5."published_on" as "publishedOn") record$7) as "j$0"
          from "listing" listing$5
          where listing$5."subject_id" = subject$1."id" and (listing$5."kind" in ('SX') and (((listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$5."kind" = 'SX')) and true
          order by "k$0", "k$1"
          limit $2::integer) page$6 having true) as "v$2" offset 0) values$4)
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
