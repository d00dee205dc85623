select json_build_object('screen', json_build_object('screening', (
  select json_build_object('items', (
    select json_build_object('nodes', coalesce(json_agg(page$3."j$0" order by page$3."k$0", page$3."k$1"), '[]'))
    from (
      select case when (screening_item$2.agency_code = $2::text) then screening_item$2."ordinal" end as "k$0", screening_item$2.id as "k$1", (
        select row_to_json(record$14)
        from (
          select screening_item$2."ordinal" as "ordinal", (
            select (
              select row_to_json(record$13)
              from (
                select coalesce(json_agg(page$5."j$0" order by page$5."k$0"), '[]') as "nodes") record$13)
            from (
              select screening_hit$4.id as "k$0", (
                select row_to_json(record$12)
                from (
                  select screening_hit$4."listing_kind" as "listingKind", (
                    select (
                      select row_to_json(record$7)
                      from (
                        select screening_instruction$6."is_listed" as "isListed", screening_instruction$6."act" as "act", screening_instruction$6."tells_subject" as "tellsSubject", screening_instruction$6."review_required" as "reviewRequired", screening_instruction$6."measure_codes" as "measureCodes", screening_instruction$6."legal_basis" as "legalBasis", screening_instruction$6."instruction_zh" as "instructionZh", screening_instruction$6."instruction_en" as "instructionEn", screening_instruction$6."remedy_zh" as "remedyZh", screening_instruction$6."remedy_en" as "remedyEn", screening_instruction$6."valid_from" as "validFrom", screening_instruction$6."valid_to" as "validTo") record$7)
                    from "screening_instruction" screening_instruction$6
                    where screening_instruction$6."hit_id" = screening_hit$4."id" and (((screening_instruction$6.agency_code = $2::text)))
                    limit 1) as "instruction", (
                    select (
                      select row_to_json(record$9)
                      from (
                        select case when subject$8."kind" in ('NATURAL_PERSON') then overlay(overlay(left(encode(sha256(convert_to($4::text || subject$8."id"::text, 'UTF8')), 'hex'), 32) placing '4' from 13) placing '8' from 17)::uuid::text when subject$8."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$8."id"::text end as "id", case when subject$8."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$8."kind" in ('ENTERPRISE') then 'Enterprise' when subject$8."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$8."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", case when subject$8."kind" in ('NATURAL_PERSON') then case when char_length(subject$8."name") <= 1 or subject$8."name" = 'ERASED' then '*' when char_length(subject$8."name") = 2 then rpad(left(subject$8."name", 1), 2, '*') when position('·' in subject$8."name") > 0 then left(subject$8."name", 1) || '**' else left(subject$8."name", 1) || case char_length(subject$8."name") when 3 then '*' else '**' end || right(subject$8."name", 1) end when subject$8."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$8."name" end as "name") record$9)
                    from "subject" subject$8
                    where subject$8."id" = screening_hit$4."subject_id" and subject$8.merged_into is null
                    limit 1) as "subject", (
                    select (
                      select row_to_json(record$11)
                      from (
                        select 'DishonestDebtorListing'::text as "__typename", listing$10."state" as "state") record$11)
                    from "listing" listing$10
                    where listing$10."subject_id" = screening_hit$4."subject_id" and listing$10."id" = screening_hit$4."listing_id" and (listing$10."kind" in ('SX') and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
                    limit 1) as "listing") record$12) as "j$0"
              from "screening_hit" screening_hit$4
              where screening_hit$4."item_id" = screening_item$2."id" and (((screening_hit$4.agency_code = $2::text))) and ((case when (screening_hit$4.agency_code = $2::text) then screening_hit$4."listing_kind" end = $3::text)) and true
              order by "k$0"
              limit 20) page$5 having true) as "hits") record$14) as "j$0"
      from "screening_item" screening_item$2
      where screening_item$2."screening_id" = screening$1."id" and (((screening_item$2.agency_code = $2::text))) and true
      order by "k$0", "k$1"
      limit 20) page$3 having true))
  from "screening" screening$1
  where screening$1.id = $1::uuid and (((screening$1.agency_code = $2::text)))
  limit 1)))
