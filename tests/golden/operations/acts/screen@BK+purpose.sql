select json_build_object('screen', json_build_object('__typename', 'ScreenPayload'::text, 'screening', (
  select json_build_object('id', screening$1."id"::text, 'scenario', screening$1."scenario", 'items', (
    select json_build_object('nodes', coalesce(json_agg(page$3."j$0" order by page$3."k$0", page$3."k$1"), '[]'))
    from (
      select case when (screening_item$2.agency_code = $2::text) then screening_item$2."ordinal" end as "k$0", screening_item$2.id as "k$1", (
        select row_to_json(record$12)
        from (
          select screening_item$2."ordinal" as "ordinal", screening_item$2."outcome" as "outcome", (
            select (
              select row_to_json(record$11)
              from (
                select coalesce(json_agg(page$5."j$0" order by page$5."k$0"), '[]') as "nodes") record$11)
            from (
              select screening_hit$4.id as "k$0", (
                select row_to_json(record$10)
                from (
                  select screening_hit$4."outcome" as "outcome", screening_hit$4."listing_kind" as "listingKind", screening_hit$4."measure_codes" as "measureCodes", (
                    select (
                      select row_to_json(record$7)
                      from (
                        select case when subject$6."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$6."kind" in ('ENTERPRISE') then 'Enterprise' when subject$6."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$6."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$6."name" as "name") record$7)
                    from "subject" subject$6
                    where subject$6."id" = screening_hit$4."subject_id" and subject$6.merged_into is null
                    limit 1) as "subject", (
                    select (
                      select row_to_json(record$9)
                      from (
                        select listing$8."case_number" as "caseNumber") record$9)
                    from "listing" listing$8
                    where listing$8."subject_id" = screening_hit$4."subject_id" and listing$8."id" = screening_hit$4."listing_id" and (listing$8."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
                    limit 1) as "listing") record$10) as "j$0"
              from "screening_hit" screening_hit$4
              where screening_hit$4."item_id" = screening_item$2."id" and (((screening_hit$4.agency_code = $2::text))) and ((case when (screening_hit$4.agency_code = $2::text) then screening_hit$4."listing_kind" end = $3::text)) and true
              order by "k$0"
              limit 20) page$5 having true) as "hits") record$12) as "j$0"
      from "screening_item" screening_item$2
      where screening_item$2."screening_id" = screening$1."id" and (((screening_item$2.agency_code = $2::text))) and true
      order by "k$0", "k$1"
      limit 20) page$3 having true))
  from "screening" screening$1
  where screening$1.id = $1::uuid and (((screening$1.agency_code = $2::text)))
  limit 1)))
