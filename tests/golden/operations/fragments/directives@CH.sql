select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE') then json_build_object('name', values$3."v$0", 'creditCode', values$3."v$1", 'listings', values$3."v$2") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('name', values$3."v$0", 'listings', values$3."v$2") end
    from (
      select subject$1."name" as "v$0", subject$1."credit_code" as "v$1", (
        select json_build_object('nodes', coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]'))
        from (
          select listing$4."published_on" as "k$0", listing$4.id as "k$1", (
            select row_to_json(record$6)
            from (
              select listing$4."published_on" as "publishedOn") record$6) as "j$0"
          from "listing" listing$4
          where listing$4."subject_id" = subject$1."id" and listing$4."kind" in ('SX') and ((listing$4."kind" = 'SX')) and true
          order by "k$0", "k$1"
          limit $2::integer) page$5 having true) as "v$2" offset 0) values$3)
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
