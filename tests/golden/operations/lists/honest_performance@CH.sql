select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$11)
      from (
        select subject$1."name" as "name", (
          select row_to_json(connection$10)
          from (
            select coalesce(json_agg(page$4."j$0" order by page$4."k$0", page$4."k$1"), '[]') as "nodes"
            from (
              select honest_listing$3."batch_number" as "k$0", honest_listing$3.id as "k$1", (
                select row_to_json(object$9)
                from (
                  select honest_listing$3."batch_number" as "batchNumber", honest_listing$3."listed_on" as "listedOn", honest_listing$3."expires_on" as "expiresOn", honest_listing$3."removed_on" as "removedOn", honest_listing$3."area_code" as "areaCode", (
                    select (
                      select row_to_json(object$6)
                      from (
                        select subject$5."name" as "name") object$6)
                    from "subject" subject$5
                    where subject$5."id" = honest_listing$3."subject_id"
                    limit 1) as "subject", (
                    select (
                      select row_to_json(object$8)
                      from (
                        select court$7."short_name" as "shortName") object$8)
                    from "court" court$7
                    where court$7."code" = honest_listing$3."court_code"
                    limit 1) as "court") object$9) as "j$0"
              from "honest_listing" honest_listing$3
              where honest_listing$3."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit 20) page$4 having true) connection$10) as "honestPerformance") object$11)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject", (
    select row_to_json(connection$13)
    from (
      select (
        select count(*)
        from "honest_listing" honest_listing$12
        where ((honest_listing$12."subject_kind" = 'ENTERPRISE'))) as "totalCount") connection$13) as "honestPerformance", (
    select row_to_json(connection$15)
    from (
      select (
        select count(*)
        from "honest_listing" honest_listing$14
        where ((honest_listing$14."subject_kind" = 'NATURAL_PERSON'))) as "totalCount") connection$15) as "people") answer$
