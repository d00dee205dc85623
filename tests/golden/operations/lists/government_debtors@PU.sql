select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$16)
    from (
      select coalesce(json_agg(page$2."j$0" order by page$2."k$0" desc, page$2."k$1" desc), '[]') as "nodes"
      from (
        select government_debtor_snapshot$1."week" as "k$0", government_debtor_snapshot$1.id as "k$1", (
          select row_to_json(object$15)
          from (
            select government_debtor_snapshot$1."week" as "week", government_debtor_snapshot$1."taken_at" as "takenAt", government_debtor_snapshot$1."listed_count" as "listedCount", government_debtor_snapshot$1."added_count" as "addedCount", government_debtor_snapshot$1."cleared_count" as "clearedCount", government_debtor_snapshot$1."unchanged_count" as "unchangedCount", government_debtor_snapshot$1."is_zero" as "isZero", government_debtor_snapshot$1."digest" as "digest", (
              select (
                select row_to_json(object$4)
                from (
                  select area$3."name" as "name") object$4)
              from "area" area$3
              where area$3."code" = government_debtor_snapshot$1."area_code"
              limit 1) as "area", (
              select (
                select row_to_json(object$6)
                from (
                  select government_debtor_snapshot$5."week" as "week", government_debtor_snapshot$5."listed_count" as "listedCount", government_debtor_snapshot$5."added_count" as "addedCount") object$6)
              from "government_debtor_snapshot" government_debtor_snapshot$5
              where government_debtor_snapshot$5."id" = government_debtor_snapshot$1."previous_id"
              limit 1) as "previous", (
              select row_to_json(connection$14)
              from (
                select (
                  select count(*)
                  from "government_debtor_entry" government_debtor_entry$9
                  where government_debtor_entry$9."snapshot_id" = government_debtor_snapshot$1."id") as "totalCount", coalesce(json_agg(page$8."j$0" order by page$8."k$0", page$8."k$1"), '[]') as "nodes"
                from (
                  select government_debtor_entry$7."name" as "k$0", government_debtor_entry$7.id as "k$1", (
                    select row_to_json(object$13)
                    from (
                      select government_debtor_entry$7."change" as "change", government_debtor_entry$7."name" as "name", government_debtor_entry$7."credit_code" as "creditCode", government_debtor_entry$7."case_number" as "caseNumber", government_debtor_entry$7."published_on" as "publishedOn", government_debtor_entry$7."days_listed" as "daysListed", (
                        select (
                          select row_to_json(object$12)
                          from (
                            select case when subject$10."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$10."kind" in ('ENTERPRISE') then 'Enterprise' when subject$10."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$10."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$10."name" as "name") object$12)
                        from "subject" subject$10
                        where subject$10."id" = government_debtor_entry$7."subject_id" and ((subject$10."kind" in ('NATURAL_PERSON') and (((exists (
                          select
                          from listing rule$11
                          where rule$11.subject_id = subject$10.id and rule$11.kind = 'SX' and rule$11.state = 'PUBLISHED' and (rule$11.term_ends_on is null or rule$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$10."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
                        limit 1) as "subject") object$13) as "j$0"
                  from "government_debtor_entry" government_debtor_entry$7
                  where government_debtor_entry$7."snapshot_id" = government_debtor_snapshot$1."id" and true
                  order by "k$0", "k$1"
                  limit 3) page$8 having true) connection$14) as "entries") object$15) as "j$0"
        from "government_debtor_snapshot" government_debtor_snapshot$1
        where ((government_debtor_snapshot$1."area_code" = $1::text)) and true
        order by "k$0" desc, "k$1" desc
        limit 1) page$2 having true) connection$16) as "governmentDebtorSnapshots") answer$
