select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$31)
      from (
        select case when (subject$1.area_code ^@ any($3::text[]) or exists (
          select
          from enforcement_case rule$3
          where rule$3.subject_id = subject$1.id and rule$3.court_code = any($4::text[]))) then subject$1."name" else case when char_length(subject$1."name") <= 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end as "name", subject$1."area_code" as "areaCode", (
          select (
            select row_to_json(object$9)
            from (
              select area$4."name" as "name", (
                select (
                  select row_to_json(object$8)
                  from (
                    select area$5."name" as "name", (
                      select (
                        select row_to_json(object$7)
                        from (
                          select area$6."name" as "name") object$7)
                      from "area" area$6
                      where area$6."code" = area$5."parent_code"
                      limit 1) as "parent") object$8)
                from "area" area$5
                where area$5."code" = area$4."parent_code"
                limit 1) as "parent") object$9)
          from "area" area$4
          where area$4."code" = subject$1."area_code"
          limit 1) as "area", (
          select row_to_json(connection$30)
          from (
            select (
              select count(*)
              from "listing" listing$18
              where listing$18."subject_id" = subject$1."id" and ((listing$18."kind" in ('SX') and (((listing$18.state = 'PUBLISHED' and (listing$18.term_ends_on is null or listing$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$18.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$19.area_code
                from subject rule$19
                where rule$19.id = listing$18.subject_id) ^@ any($3::text[]) or listing$18.court_code = any($4::text[]))) or (((listing$18.state in ('REMOVED', 'REVOKED') or (listing$18.state = 'PUBLISHED' and not (listing$18.state = 'PUBLISHED' and (listing$18.term_ends_on is null or listing$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$20.area_code
                from subject rule$20
                where rule$20.id = listing$18.subject_id) ^@ any($3::text[]) or listing$18.court_code = any($4::text[]))))) or (listing$18."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$18.state = 'PUBLISHED' and (listing$18.term_ends_on is null or listing$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$18.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$21.area_code
                from subject rule$21
                where rule$21.id = listing$18.subject_id) ^@ any($3::text[]) or listing$18.court_code = any($4::text[]))) or (((listing$18.state in ('REMOVED', 'REVOKED') or (listing$18.state = 'PUBLISHED' and not (listing$18.state = 'PUBLISHED' and (listing$18.term_ends_on is null or listing$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$22.area_code
                from subject rule$22
                where rule$22.id = listing$18.subject_id) ^@ any($3::text[]) or listing$18.court_code = any($4::text[]))))) or (listing$18."kind" in ('SERIOUS_DISHONESTY') and (((listing$18.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$23.area_code
                from subject rule$23
                where rule$23.id = listing$18.subject_id) ^@ any($3::text[]) or listing$18.court_code = any($4::text[]))) or (((listing$18.state in ('REMOVED', 'REVOKED') or (listing$18.state = 'PUBLISHED' and not (listing$18.state = 'PUBLISHED' and (listing$18.term_ends_on is null or listing$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$24.area_code
                from subject rule$24
                where rule$24.id = listing$18.subject_id) ^@ any($3::text[]) or listing$18.court_code = any($4::text[]))))))) as "totalCount", coalesce(json_agg(page$17."j$0" order by page$17."k$0" desc, page$17."k$1", page$17."k$2" desc), '[]') as "nodes"
            from (
              select listing$10."published_on" as "k$0", listing$10."case_number" as "k$1", listing$10.id as "k$2", (
                select row_to_json(object$29)
                from (
                  select case when listing$10."kind" in ('SX') then 'DishonestDebtorListing' when listing$10."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$10."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$10."case_number" as "caseNumber", listing$10."published_on" as "publishedOn", listing$10."state" as "state", (
                    select (
                      select row_to_json(object$28)
                      from (
                        select court$25."name" as "name", court$25."level" as "level", (
                          select (
                            select row_to_json(object$27)
                            from (
                              select area$26."name" as "name") object$27)
                          from "area" area$26
                          where area$26."code" = court$25."area_code"
                          limit 1) as "area") object$28)
                    from "court" court$25
                    where court$25."code" = listing$10."court_code"
                    limit 1) as "court") object$29) as "j$0"
              from "listing" listing$10
              where listing$10."subject_id" = subject$1."id" and ((listing$10."kind" in ('SX') and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$11.area_code
                from subject rule$11
                where rule$11.id = listing$10.subject_id) ^@ any($3::text[]) or listing$10.court_code = any($4::text[]))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$12.area_code
                from subject rule$12
                where rule$12.id = listing$10.subject_id) ^@ any($3::text[]) or listing$10.court_code = any($4::text[]))))) or (listing$10."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$13.area_code
                from subject rule$13
                where rule$13.id = listing$10.subject_id) ^@ any($3::text[]) or listing$10.court_code = any($4::text[]))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$14.area_code
                from subject rule$14
                where rule$14.id = listing$10.subject_id) ^@ any($3::text[]) or listing$10.court_code = any($4::text[]))))) or (listing$10."kind" in ('SERIOUS_DISHONESTY') and (((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$15.area_code
                from subject rule$15
                where rule$15.id = listing$10.subject_id) ^@ any($3::text[]) or listing$10.court_code = any($4::text[]))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$16.area_code
                from subject rule$16
                where rule$16.id = listing$10.subject_id) ^@ any($3::text[]) or listing$10.court_code = any($4::text[])))))) and true
              order by "k$0" desc, "k$1", "k$2" desc
              limit $5::integer) page$17 having true) connection$30) as "listings") object$31) when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$59)
      from (
        select subject$1."name" as "name", subject$1."area_code" as "areaCode", (
          select (
            select row_to_json(object$37)
            from (
              select area$32."name" as "name", (
                select (
                  select row_to_json(object$36)
                  from (
                    select area$33."name" as "name", (
                      select (
                        select row_to_json(object$35)
                        from (
                          select area$34."name" as "name") object$35)
                      from "area" area$34
                      where area$34."code" = area$33."parent_code"
                      limit 1) as "parent") object$36)
                from "area" area$33
                where area$33."code" = area$32."parent_code"
                limit 1) as "parent") object$37)
          from "area" area$32
          where area$32."code" = subject$1."area_code"
          limit 1) as "area", (
          select row_to_json(connection$58)
          from (
            select (
              select count(*)
              from "listing" listing$46
              where listing$46."subject_id" = subject$1."id" and ((listing$46."kind" in ('SX') and (((listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$46.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$47.area_code
                from subject rule$47
                where rule$47.id = listing$46.subject_id) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))) or (((listing$46.state in ('REMOVED', 'REVOKED') or (listing$46.state = 'PUBLISHED' and not (listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$48.area_code
                from subject rule$48
                where rule$48.id = listing$46.subject_id) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))))) or (listing$46."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$46.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$49.area_code
                from subject rule$49
                where rule$49.id = listing$46.subject_id) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))) or (((listing$46.state in ('REMOVED', 'REVOKED') or (listing$46.state = 'PUBLISHED' and not (listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$50.area_code
                from subject rule$50
                where rule$50.id = listing$46.subject_id) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))))) or (listing$46."kind" in ('SERIOUS_DISHONESTY') and (((listing$46.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$51.area_code
                from subject rule$51
                where rule$51.id = listing$46.subject_id) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))) or (((listing$46.state in ('REMOVED', 'REVOKED') or (listing$46.state = 'PUBLISHED' and not (listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$52.area_code
                from subject rule$52
                where rule$52.id = listing$46.subject_id) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))))))) as "totalCount", coalesce(json_agg(page$45."j$0" order by page$45."k$0" desc, page$45."k$1", page$45."k$2" desc), '[]') as "nodes"
            from (
              select listing$38."published_on" as "k$0", listing$38."case_number" as "k$1", listing$38.id as "k$2", (
                select row_to_json(object$57)
                from (
                  select case when listing$38."kind" in ('SX') then 'DishonestDebtorListing' when listing$38."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$38."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$38."case_number" as "caseNumber", listing$38."published_on" as "publishedOn", listing$38."state" as "state", (
                    select (
                      select row_to_json(object$56)
                      from (
                        select court$53."name" as "name", court$53."level" as "level", (
                          select (
                            select row_to_json(object$55)
                            from (
                              select area$54."name" as "name") object$55)
                          from "area" area$54
                          where area$54."code" = court$53."area_code"
                          limit 1) as "area") object$56)
                    from "court" court$53
                    where court$53."code" = listing$38."court_code"
                    limit 1) as "court") object$57) as "j$0"
              from "listing" listing$38
              where listing$38."subject_id" = subject$1."id" and ((listing$38."kind" in ('SX') and (((listing$38.state = 'PUBLISHED' and (listing$38.term_ends_on is null or listing$38.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$38.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$39.area_code
                from subject rule$39
                where rule$39.id = listing$38.subject_id) ^@ any($3::text[]) or listing$38.court_code = any($4::text[]))) or (((listing$38.state in ('REMOVED', 'REVOKED') or (listing$38.state = 'PUBLISHED' and not (listing$38.state = 'PUBLISHED' and (listing$38.term_ends_on is null or listing$38.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$40.area_code
                from subject rule$40
                where rule$40.id = listing$38.subject_id) ^@ any($3::text[]) or listing$38.court_code = any($4::text[]))))) or (listing$38."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$38.state = 'PUBLISHED' and (listing$38.term_ends_on is null or listing$38.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$38.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$41.area_code
                from subject rule$41
                where rule$41.id = listing$38.subject_id) ^@ any($3::text[]) or listing$38.court_code = any($4::text[]))) or (((listing$38.state in ('REMOVED', 'REVOKED') or (listing$38.state = 'PUBLISHED' and not (listing$38.state = 'PUBLISHED' and (listing$38.term_ends_on is null or listing$38.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$42.area_code
                from subject rule$42
                where rule$42.id = listing$38.subject_id) ^@ any($3::text[]) or listing$38.court_code = any($4::text[]))))) or (listing$38."kind" in ('SERIOUS_DISHONESTY') and (((listing$38.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$43.area_code
                from subject rule$43
                where rule$43.id = listing$38.subject_id) ^@ any($3::text[]) or listing$38.court_code = any($4::text[]))) or (((listing$38.state in ('REMOVED', 'REVOKED') or (listing$38.state = 'PUBLISHED' and not (listing$38.state = 'PUBLISHED' and (listing$38.term_ends_on is null or listing$38.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$44.area_code
                from subject rule$44
                where rule$44.id = listing$38.subject_id) ^@ any($3::text[]) or listing$38.court_code = any($4::text[])))))) and true
              order by "k$0" desc, "k$1", "k$2" desc
              limit $6::integer) page$45 having true) connection$58) as "listings") object$59) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text
    limit 1) as "subject") answer$
