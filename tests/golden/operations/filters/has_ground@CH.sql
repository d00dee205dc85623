select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$5)
    from (
      select (
        select count(*)
        from "listing" listing$3
        where listing$3."kind" in ('SX') and ((listing$3."kind" = 'SX') and (listing$3."subject_kind" = any($2::text[])) and (listing$3."term_ends_on" is null))) as "totalCount", coalesce(json_agg(page$2."j$0" order by page$2."k$0", page$2."k$1"), '[]') as "nodes"
      from (
        select listing$1."case_number" as "k$0", listing$1.id as "k$1", (
          select row_to_json(object$4)
          from (
            select listing$1."case_number" as "caseNumber", listing$1."term_ends_on" as "termEndsOn", listing$1."grounds" as "grounds", listing$1."conduct" as "conduct") object$4) as "j$0"
        from "listing" listing$1
        where listing$1."kind" in ('SX') and ((listing$1."kind" = 'SX') and (listing$1."subject_kind" = any($1::text[])) and (listing$1."term_ends_on" is null)) and true
        order by "k$0", "k$1"
        limit 3) page$2 having true) connection$5) as "listings", (
    select row_to_json(connection$9)
    from (
      select coalesce(json_agg(page$7."j$0" order by page$7."k$0", page$7."k$1"), '[]') as "nodes"
      from (
        select measure$6."code" as "k$0", measure$6.id as "k$1", (
          select row_to_json(object$8)
          from (
            select measure$6."code" as "code", measure$6."name" as "name", measure$6."triggers" as "triggers") object$8) as "j$0"
        from "measure" measure$6
        where ((measure$6."kind" = $3::text) and ($4::text = any(measure$6."triggers"))) and true
        order by "k$0", "k$1"
        limit 2) page$7 having true) connection$9) as "measures") answer$
