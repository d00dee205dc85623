select json_build_object('accessEntry', (
  select json_build_object('sequence', access_entry$1."sequence"::text, 'officer', access_entry$1."officer", 'actors', access_entry$1."actors", 'terms', (
    select json_build_object('nodes', coalesce(json_agg(page$3."j$0" order by page$3."k$0"), '[]'))
    from (
      select access_term$2.ordinal as "k$0", (
        select row_to_json(record$4)
        from (
          select access_term$2."ordinal" as "ordinal", access_term$2."argument" as "argument", access_term$2."digest" as "digest", case when access_term$2."text_masked" = 'ERASED' then repeat('*', 18) else access_term$2."text_masked" end as "text") record$4) as "j$0"
      from "access_term" access_term$2
      where access_term$2."position" = access_entry$1."position" and true
      order by "k$0"
      limit 20) page$3 having true))
  from "access_entry" access_entry$1
  where access_entry$1."sequence" = $1::bigint
  limit 1))
