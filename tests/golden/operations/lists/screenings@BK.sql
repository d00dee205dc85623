select json_build_object('screenings', (
  select json_build_object('totalCount', (
    select count(*)
    from "screening" screening$3
    where (((screening$3.agency_code = $1::text)))), 'nodes', coalesce(json_agg(page$2."j$0" order by page$2."k$0", page$2."k$1"), '[]'))
  from (
    select case when (screening$1.agency_code = $1::text) then screening$1."asked_at" end as "k$0", screening$1.id as "k$1", (
      select row_to_json(record$17)
      from (
        select screening$1."agency_code" as "agencyCode", screening$1."officer" as "officer", screening$1."scenario" as "scenario", screening$1."purpose" as "purpose", screening$1."matter" as "matter", (
          select (
            select row_to_json(record$16)
            from (
              select coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]') as "nodes") record$16)
          from (
            select case when (screening_item$4.agency_code = $1::text) then screening_item$4."ordinal" end as "k$0", screening_item$4.id as "k$1", (
              select row_to_json(record$15)
              from (
                select screening_item$4."ordinal" as "ordinal", screening_item$4."outcome" as "outcome", (
                  select (
                    select row_to_json(record$14)
                    from (
                      select (
                        select count(*)
                        from "screening_hit" screening_hit$8
                        where screening_hit$8."item_id" = screening_item$4."id" and (((screening_hit$8.agency_code = $1::text))) and ((case when (screening_hit$8.agency_code = $1::text) then screening_hit$8."listing_kind" end = $3::text))) as "totalCount", coalesce(json_agg(page$7."j$0" order by page$7."k$0"), '[]') as "nodes") record$14)
                  from (
                    select screening_hit$6.id as "k$0", (
                      select row_to_json(record$13)
                      from (
                        select screening_hit$6."outcome" as "outcome", screening_hit$6."listing_kind" as "listingKind", screening_hit$6."measure_codes" as "measureCodes", (
                          select (
                            select row_to_json(record$10)
                            from (
                              select 'DishonestDebtorListing'::text as "__typename") record$10)
                          from "listing" listing$9
                          where listing$9."subject_id" = screening_hit$6."subject_id" and listing$9."id" = screening_hit$6."listing_id" and (listing$9."kind" in ('SX') and (((listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
                          limit 1) as "listing", (
                          select (
                            select row_to_json(record$12)
                            from (
                              select honest_listing$11."batch_number" as "batchNumber") record$12)
                          from "honest_listing" honest_listing$11
                          where honest_listing$11."subject_id" = screening_hit$6."subject_id" and honest_listing$11."id" = screening_hit$6."listing_id" and (((honest_listing$11.subject_kind <> 'NATURAL_PERSON')))
                          limit 1) as "honestEntry") record$13) as "j$0"
                    from "screening_hit" screening_hit$6
                    where screening_hit$6."item_id" = screening_item$4."id" and (((screening_hit$6.agency_code = $1::text))) and ((case when (screening_hit$6.agency_code = $1::text) then screening_hit$6."listing_kind" end = $2::text)) and true
                    order by "k$0"
                    limit 20) page$7 having true) as "hits") record$15) as "j$0"
            from "screening_item" screening_item$4
            where screening_item$4."screening_id" = screening$1."id" and (((screening_item$4.agency_code = $1::text))) and true
            order by "k$0", "k$1"
            limit 20) page$5 having true) as "items") record$17) as "j$0"
    from "screening" screening$1
    where (((screening$1.agency_code = $1::text))) and true
    order by "k$0", "k$1"
    limit 20) page$2 having true))
