select json_build_object('areas', (
  select json_build_object('totalCount', (
    select count(*)
    from "area" area$3
    where ((area$3."level" = any($3::text[])) and (area$3."parent_code" = $4::text))), 'nodes', coalesce(json_agg(page$2."j$0" order by page$2."k$0", page$2."k$1"), '[]'))
  from (
    select area$1."code" as "k$0", area$1.id as "k$1", (
      select row_to_json(record$6)
      from (
        select area$1."code" as "code", area$1."name" as "name", area$1."level" as "level", area$1."host_code" as "hostCode", (
          select (
            select row_to_json(record$5)
            from (
              select area$4."name" as "name") record$5)
          from "area" area$4
          where area$4."code" = area$1."parent_code"
          limit 1) as "parent") record$6) as "j$0"
    from "area" area$1
    where ((area$1."level" = any($1::text[])) and (area$1."parent_code" = $2::text)) and true
    order by "k$0", "k$1"
    limit 20) page$2 having true), 'courts', (
  select json_build_object('nodes', coalesce(json_agg(page$8."j$0" order by page$8."k$0", page$8."k$1"), '[]'))
  from (
    select court$7."code" as "k$0", court$7.id as "k$1", json_build_object('code', court$7."code", 'name', court$7."name", 'level', court$7."level", 'superior', (
      select json_build_object('name', court$9."name", 'superior', (
        select json_build_object('code', court$10."code")
        from "court" court$10
        where court$10."code" = court$9."superior_code"
        limit 1))
      from "court" court$9
      where court$9."code" = court$7."superior_code"
      limit 1), 'area', (
      select json_build_object('name', area$11."name")
      from "area" area$11
      where area$11."code" = court$7."area_code"
      limit 1)) as "j$0"
    from "court" court$7
    where ((court$7."code" ^@ $5::text)) and true
    order by "k$0", "k$1"
    limit 3) page$8 having true))
