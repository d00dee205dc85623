select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$7)
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "name", (
          select row_to_json(connection$6)
          from (
            select coalesce(json_agg(page$4."j$0" order by page$4."k$0", page$4."k$1"), '[]') as "nodes"
            from (
              select listing$3."published_on" as "k$0", listing$3.id as "k$1", (
                select row_to_json(object$5)
                from (
                  select listing$3."published_on" as "publishedOn") object$5) as "j$0"
              from "listing" listing$3
              where listing$3."subject_id" = subject$1."id" and (listing$3."kind" in ('SX') and (((listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$3."kind" = 'SX')) and true
              order by "k$0", "k$1"
              limit $2::integer) page$4 having true) connection$6) as "listings") object$7) when subject$1."kind" in ('ENTERPRISE') then (
      select row_to_json(object$12)
      from (
        select subject$1."name" as "name", subject$1."credit_code" as "creditCode", (
          select row_to_json(connection$11)
          from (
            select coalesce(json_agg(page$9."j$0" order by page$9."k$0", page$9."k$1"), '[]') as "nodes"
            from (
              select listing$8."published_on" as "k$0", listing$8.id as "k$1", (
                select row_to_json(object$10)
                from (
                  select listing$8."published_on" as "publishedOn") object$10) as "j$0"
              from "listing" listing$8
              where listing$8."subject_id" = subject$1."id" and (listing$8."kind" in ('SX') and (((listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$8."kind" = 'SX')) and true
              order by "k$0", "k$1"
              limit $3::integer) page$9 having true) connection$11) as "listings") object$12) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$
