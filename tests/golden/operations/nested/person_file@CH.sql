select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$18)
      from (
        select subject$1."name" as "name", subject$1."area_code" as "areaCode", (
          select (
            select row_to_json(object$8)
            from (
              select area$3."name" as "name", (
                select (
                  select row_to_json(object$7)
                  from (
                    select area$4."name" as "name", (
                      select (
                        select row_to_json(object$6)
                        from (
                          select area$5."name" as "name") object$6)
                      from "area" area$5
                      where area$5."code" = area$4."parent_code"
                      limit 1) as "parent") object$7)
                from "area" area$4
                where area$4."code" = area$3."parent_code"
                limit 1) as "parent") object$8)
          from "area" area$3
          where area$3."code" = subject$1."area_code"
          limit 1) as "area", (
          select row_to_json(connection$17)
          from (
            select (
              select count(*)
              from "listing" listing$11
              where listing$11."subject_id" = subject$1."id" and (listing$11."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$11."kind" in ('SERIOUS_DISHONESTY') and (((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))) as "totalCount", coalesce(json_agg(page$10."j$0" order by page$10."k$0" desc, page$10."k$1", page$10."k$2" desc), '[]') as "nodes"
            from (
              select listing$9."published_on" as "k$0", listing$9."case_number" as "k$1", listing$9.id as "k$2", (
                select row_to_json(object$16)
                from (
                  select case when listing$9."kind" in ('SX') then 'DishonestDebtorListing' when listing$9."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$9."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$9."case_number" as "caseNumber", listing$9."published_on" as "publishedOn", listing$9."state" as "state", (
                    select (
                      select row_to_json(object$15)
                      from (
                        select court$12."name" as "name", court$12."level" as "level", (
                          select (
                            select row_to_json(object$14)
                            from (
                              select area$13."name" as "name") object$14)
                          from "area" area$13
                          where area$13."code" = court$12."area_code"
                          limit 1) as "area") object$15)
                    from "court" court$12
                    where court$12."code" = listing$9."court_code"
                    limit 1) as "court") object$16) as "j$0"
              from "listing" listing$9
              where listing$9."subject_id" = subject$1."id" and (listing$9."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$9."kind" in ('SERIOUS_DISHONESTY') and (((listing$9.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$9.state in ('REMOVED', 'REVOKED') or (listing$9.state = 'PUBLISHED' and not (listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
              order by "k$0" desc, "k$1", "k$2" desc
              limit 20) page$10 having true) connection$17) as "listings") object$18)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text
    limit 1) as "subject") answer$
