select json_build_object('listings', (
  select json_build_object('$', coalesce(json_agg(page$2."j$0" order by page$2."k$0", page$2."k$1"), '[]'), 'totalCount', (
    select count(*)
    from "listing" listing$3
    where listing$3."kind" in ('SX') and ((listing$3."kind" = 'SX') and (listing$3."subject_kind" = any($2::text[])) and (listing$3."term_ends_on" is null))), 'nodes', coalesce(json_agg(page$2."j$1" order by page$2."k$0", page$2."k$1"), '[]'))
  from (
    select listing$1."case_number" as "k$0", listing$1.id as "k$1", listing$1."subject_id" as "j$0", json_build_object('caseNumber', listing$1."case_number", 'termEndsOn', listing$1."term_ends_on", 'grounds', listing$1."grounds", 'conduct', listing$1."conduct") as "j$1"
    from "listing" listing$1
    where listing$1."kind" in ('SX') and ((listing$1."kind" = 'SX') and (listing$1."subject_kind" = any($1::text[])) and (listing$1."term_ends_on" is null)) and true
    order by "k$0", "k$1"
    limit 3) page$2 having true), 'measures', (
  select json_build_object('nodes', coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]'))
  from (
    select measure$4."code" as "k$0", measure$4.id as "k$1", json_build_object('code', measure$4."code", 'name', measure$4."name", 'triggers', measure$4."triggers") as "j$0"
    from "measure" measure$4
    where ((measure$4."kind" = $3::text) and ($4::text = any(measure$4."triggers"))) and true
    order by "k$0", "k$1"
    limit 2) page$5 having true))
