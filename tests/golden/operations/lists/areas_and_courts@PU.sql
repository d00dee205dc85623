select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$7)
    from (
      select (
        select count(*)
        from "area" area$3
        where ((area$3."level" = any($3::text[])) and (area$3."parent_code" = $4::text))) as "totalCount", coalesce(json_agg(page$2."j$0" order by page$2."k$0", page$2."k$1"), '[]') as "nodes"
      from (
        select area$1."code" as "k$0", area$1.id as "k$1", (
          select row_to_json(object$6)
          from (
            select area$1."code" as "code", area$1."name" as "name", area$1."level" as "level", area$1."host_code" as "hostCode", (
              select (
                select row_to_json(object$5)
                from (
                  select area$4."name" as "name") object$5)
              from "area" area$4
              where area$4."code" = area$1."parent_code"
              limit 1) as "parent") object$6) as "j$0"
        from "area" area$1
        where ((area$1."level" = any($1::text[])) and (area$1."parent_code" = $2::text)) and true
        order by "k$0", "k$1"
        limit 20) page$2 having true) connection$7) as "areas", (
    select row_to_json(connection$17)
    from (
      select coalesce(json_agg(page$9."j$0" order by page$9."k$0", page$9."k$1"), '[]') as "nodes"
      from (
        select court$8."code" as "k$0", court$8.id as "k$1", (
          select row_to_json(object$16)
          from (
            select court$8."code" as "code", court$8."name" as "name", court$8."level" as "level", (
              select (
                select row_to_json(object$13)
                from (
                  select court$10."name" as "name", (
                    select (
                      select row_to_json(object$12)
                      from (
                        select court$11."code" as "code") object$12)
                    from "court" court$11
                    where court$11."code" = court$10."superior_code"
                    limit 1) as "superior") object$13)
              from "court" court$10
              where court$10."code" = court$8."superior_code"
              limit 1) as "superior", (
              select (
                select row_to_json(object$15)
                from (
                  select area$14."name" as "name") object$15)
              from "area" area$14
              where area$14."code" = court$8."area_code"
              limit 1) as "area") object$16) as "j$0"
        from "court" court$8
        where ((court$8."code" ^@ $5::text)) and true
        order by "k$0", "k$1"
        limit 3) page$9 having true) connection$17) as "courts") answer$
