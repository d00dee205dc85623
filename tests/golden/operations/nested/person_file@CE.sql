select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$46)
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then case when (subject$1.area_code ^@ any($3::text[]) or exists (
          select
          from enforcement_case rule$3
          where rule$3.subject_id = subject$1.id and (rule$3.court_code = any($4::text[]) or subject$1.area_code is null and rule$3.court_code = any(array(
            select rule$4.code
            from court rule$4
            where rule$4.area_code ^@ any($3::text[]))))) or exists (
          select
          from listing rule$5
          where rule$5.subject_id = subject$1.id and (rule$5.court_code = any($4::text[]) or subject$1.area_code is null and rule$5.court_code = any(array(
            select rule$6.code
            from court rule$6
            where rule$6.area_code ^@ any($3::text[])))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "name", subject$1."area_code" as "areaCode", (
          select (
            select row_to_json(object$12)
            from (
              select area$7."name" as "name", (
                select (
                  select row_to_json(object$11)
                  from (
                    select area$8."name" as "name", (
                      select (
                        select row_to_json(object$10)
                        from (
                          select area$9."name" as "name") object$10)
                      from "area" area$9
                      where area$9."code" = area$8."parent_code"
                      limit 1) as "parent") object$11)
                from "area" area$8
                where area$8."code" = area$7."parent_code"
                limit 1) as "parent") object$12)
          from "area" area$7
          where area$7."code" = subject$1."area_code"
          limit 1) as "area", (
          select row_to_json(connection$45)
          from (
            select (
              select count(*)
              from "listing" listing$27
              where listing$27."subject_id" = subject$1."id" and ((listing$27."kind" in ('SX') and (((listing$27.state = 'PUBLISHED' and (listing$27.term_ends_on is null or listing$27.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$27.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$29.area_code
                from subject rule$29
                where rule$29.id = listing$27.subject_id), (
                select rule$28.area_code
                from court rule$28
                where rule$28.code = listing$27.court_code)) ^@ any($3::text[]) or listing$27.court_code = any($4::text[]))) or (((listing$27.state in ('REMOVED', 'REVOKED') or (listing$27.state = 'PUBLISHED' and not (listing$27.state = 'PUBLISHED' and (listing$27.term_ends_on is null or listing$27.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$31.area_code
                from subject rule$31
                where rule$31.id = listing$27.subject_id), (
                select rule$30.area_code
                from court rule$30
                where rule$30.code = listing$27.court_code)) ^@ any($3::text[]) or listing$27.court_code = any($4::text[]))))) or (listing$27."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$27.state = 'PUBLISHED' and (listing$27.term_ends_on is null or listing$27.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$27.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$33.area_code
                from subject rule$33
                where rule$33.id = listing$27.subject_id), (
                select rule$32.area_code
                from court rule$32
                where rule$32.code = listing$27.court_code)) ^@ any($3::text[]) or listing$27.court_code = any($4::text[]))) or (((listing$27.state in ('REMOVED', 'REVOKED') or (listing$27.state = 'PUBLISHED' and not (listing$27.state = 'PUBLISHED' and (listing$27.term_ends_on is null or listing$27.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$35.area_code
                from subject rule$35
                where rule$35.id = listing$27.subject_id), (
                select rule$34.area_code
                from court rule$34
                where rule$34.code = listing$27.court_code)) ^@ any($3::text[]) or listing$27.court_code = any($4::text[]))))) or (listing$27."kind" in ('SERIOUS_DISHONESTY') and (((listing$27.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$37.area_code
                from subject rule$37
                where rule$37.id = listing$27.subject_id), (
                select rule$36.area_code
                from court rule$36
                where rule$36.code = listing$27.court_code)) ^@ any($3::text[]) or listing$27.court_code = any($4::text[]))) or (((listing$27.state in ('REMOVED', 'REVOKED') or (listing$27.state = 'PUBLISHED' and not (listing$27.state = 'PUBLISHED' and (listing$27.term_ends_on is null or listing$27.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$39.area_code
                from subject rule$39
                where rule$39.id = listing$27.subject_id), (
                select rule$38.area_code
                from court rule$38
                where rule$38.code = listing$27.court_code)) ^@ any($3::text[]) or listing$27.court_code = any($4::text[]))))))) as "totalCount", coalesce(json_agg(page$26."j$0" order by page$26."k$0" desc, page$26."k$1", page$26."k$2" desc), '[]') as "nodes"
            from (
              select listing$13."published_on" as "k$0", listing$13."case_number" as "k$1", listing$13.id as "k$2", (
                select row_to_json(object$44)
                from (
                  select case when listing$13."kind" in ('SX') then 'DishonestDebtorListing' when listing$13."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$13."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$13."case_number" as "caseNumber", listing$13."published_on" as "publishedOn", listing$13."state" as "state", (
                    select (
                      select row_to_json(object$43)
                      from (
                        select court$40."name" as "name", court$40."level" as "level", (
                          select (
                            select row_to_json(object$42)
                            from (
                              select area$41."name" as "name") object$42)
                          from "area" area$41
                          where area$41."code" = court$40."area_code"
                          limit 1) as "area") object$43)
                    from "court" court$40
                    where court$40."code" = listing$13."court_code"
                    limit 1) as "court") object$44) as "j$0"
              from "listing" listing$13
              where listing$13."subject_id" = subject$1."id" and ((listing$13."kind" in ('SX') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$15.area_code
                from subject rule$15
                where rule$15.id = listing$13.subject_id), (
                select rule$14.area_code
                from court rule$14
                where rule$14.code = listing$13.court_code)) ^@ any($3::text[]) or listing$13.court_code = any($4::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$17.area_code
                from subject rule$17
                where rule$17.id = listing$13.subject_id), (
                select rule$16.area_code
                from court rule$16
                where rule$16.code = listing$13.court_code)) ^@ any($3::text[]) or listing$13.court_code = any($4::text[]))))) or (listing$13."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$19.area_code
                from subject rule$19
                where rule$19.id = listing$13.subject_id), (
                select rule$18.area_code
                from court rule$18
                where rule$18.code = listing$13.court_code)) ^@ any($3::text[]) or listing$13.court_code = any($4::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$21.area_code
                from subject rule$21
                where rule$21.id = listing$13.subject_id), (
                select rule$20.area_code
                from court rule$20
                where rule$20.code = listing$13.court_code)) ^@ any($3::text[]) or listing$13.court_code = any($4::text[]))))) or (listing$13."kind" in ('SERIOUS_DISHONESTY') and (((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$23.area_code
                from subject rule$23
                where rule$23.id = listing$13.subject_id), (
                select rule$22.area_code
                from court rule$22
                where rule$22.code = listing$13.court_code)) ^@ any($3::text[]) or listing$13.court_code = any($4::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$25.area_code
                from subject rule$25
                where rule$25.id = listing$13.subject_id), (
                select rule$24.area_code
                from court rule$24
                where rule$24.code = listing$13.court_code)) ^@ any($3::text[]) or listing$13.court_code = any($4::text[])))))) and true
              order by "k$0" desc, "k$1", "k$2" desc
              limit 20) page$26 having true) connection$45) as "listings") object$46)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text
    limit 1) as "subject") answer$
