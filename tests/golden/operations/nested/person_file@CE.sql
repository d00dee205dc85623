select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$48)
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then case when (subject$1.area_code ^@ any($3::text[]) or exists (
          select
          from enforcement_case rule$3
          where rule$3.subject_id = subject$1.id and (rule$3.court_code = any($4::text[]) or subject$1.area_code is null and rule$3.court_code = any(array(
            select rule$4.code
            from unnest($3::text[]) rule$7(code) join court rule$4 on rule$4.area_code between rule$7.code and rule$7.code || '~')))) or exists (
          select
          from listing rule$5
          where rule$5.subject_id = subject$1.id and (rule$5.court_code = any($4::text[]) or subject$1.area_code is null and rule$5.court_code = any(array(
            select rule$6.code
            from unnest($3::text[]) rule$8(code) join court rule$6 on rule$6.area_code between rule$8.code and rule$8.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "name", subject$1."area_code" as "areaCode", (
          select (
            select row_to_json(object$14)
            from (
              select area$9."name" as "name", (
                select (
                  select row_to_json(object$13)
                  from (
                    select area$10."name" as "name", (
                      select (
                        select row_to_json(object$12)
                        from (
                          select area$11."name" as "name") object$12)
                      from "area" area$11
                      where area$11."code" = area$10."parent_code"
                      limit 1) as "parent") object$13)
                from "area" area$10
                where area$10."code" = area$9."parent_code"
                limit 1) as "parent") object$14)
          from "area" area$9
          where area$9."code" = subject$1."area_code"
          limit 1) as "area", (
          select row_to_json(connection$47)
          from (
            select (
              select count(*)
              from "listing" listing$29
              where listing$29."subject_id" = subject$1."id" and ((listing$29."kind" in ('SX') and (((listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$29.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$31.area_code
                from subject rule$31
                where rule$31.id = listing$29.subject_id), (
                select rule$30.area_code
                from court rule$30
                where rule$30.code = listing$29.court_code)) ^@ any($3::text[]) or listing$29.court_code = any($4::text[]))) or (((listing$29.state in ('REMOVED', 'REVOKED') or (listing$29.state = 'PUBLISHED' and not (listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$33.area_code
                from subject rule$33
                where rule$33.id = listing$29.subject_id), (
                select rule$32.area_code
                from court rule$32
                where rule$32.code = listing$29.court_code)) ^@ any($3::text[]) or listing$29.court_code = any($4::text[]))))) or (listing$29."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$29.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$35.area_code
                from subject rule$35
                where rule$35.id = listing$29.subject_id), (
                select rule$34.area_code
                from court rule$34
                where rule$34.code = listing$29.court_code)) ^@ any($3::text[]) or listing$29.court_code = any($4::text[]))) or (((listing$29.state in ('REMOVED', 'REVOKED') or (listing$29.state = 'PUBLISHED' and not (listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$37.area_code
                from subject rule$37
                where rule$37.id = listing$29.subject_id), (
                select rule$36.area_code
                from court rule$36
                where rule$36.code = listing$29.court_code)) ^@ any($3::text[]) or listing$29.court_code = any($4::text[]))))) or (listing$29."kind" in ('SERIOUS_DISHONESTY') and (((listing$29.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$39.area_code
                from subject rule$39
                where rule$39.id = listing$29.subject_id), (
                select rule$38.area_code
                from court rule$38
                where rule$38.code = listing$29.court_code)) ^@ any($3::text[]) or listing$29.court_code = any($4::text[]))) or (((listing$29.state in ('REMOVED', 'REVOKED') or (listing$29.state = 'PUBLISHED' and not (listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$41.area_code
                from subject rule$41
                where rule$41.id = listing$29.subject_id), (
                select rule$40.area_code
                from court rule$40
                where rule$40.code = listing$29.court_code)) ^@ any($3::text[]) or listing$29.court_code = any($4::text[]))))))) as "totalCount", coalesce(json_agg(page$28."j$0" order by page$28."k$0" desc, page$28."k$1", page$28."k$2" desc), '[]') as "nodes"
            from (
              select listing$15."published_on" as "k$0", listing$15."case_number" as "k$1", listing$15.id as "k$2", (
                select row_to_json(object$46)
                from (
                  select case when listing$15."kind" in ('SX') then 'DishonestDebtorListing' when listing$15."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$15."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$15."case_number" as "caseNumber", listing$15."published_on" as "publishedOn", listing$15."state" as "state", (
                    select (
                      select row_to_json(object$45)
                      from (
                        select court$42."name" as "name", court$42."level" as "level", (
                          select (
                            select row_to_json(object$44)
                            from (
                              select area$43."name" as "name") object$44)
                          from "area" area$43
                          where area$43."code" = court$42."area_code"
                          limit 1) as "area") object$45)
                    from "court" court$42
                    where court$42."code" = listing$15."court_code"
                    limit 1) as "court") object$46) as "j$0"
              from "listing" listing$15
              where listing$15."subject_id" = subject$1."id" and ((listing$15."kind" in ('SX') and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$17.area_code
                from subject rule$17
                where rule$17.id = listing$15.subject_id), (
                select rule$16.area_code
                from court rule$16
                where rule$16.code = listing$15.court_code)) ^@ any($3::text[]) or listing$15.court_code = any($4::text[]))) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$19.area_code
                from subject rule$19
                where rule$19.id = listing$15.subject_id), (
                select rule$18.area_code
                from court rule$18
                where rule$18.code = listing$15.court_code)) ^@ any($3::text[]) or listing$15.court_code = any($4::text[]))))) or (listing$15."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$21.area_code
                from subject rule$21
                where rule$21.id = listing$15.subject_id), (
                select rule$20.area_code
                from court rule$20
                where rule$20.code = listing$15.court_code)) ^@ any($3::text[]) or listing$15.court_code = any($4::text[]))) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$23.area_code
                from subject rule$23
                where rule$23.id = listing$15.subject_id), (
                select rule$22.area_code
                from court rule$22
                where rule$22.code = listing$15.court_code)) ^@ any($3::text[]) or listing$15.court_code = any($4::text[]))))) or (listing$15."kind" in ('SERIOUS_DISHONESTY') and (((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$25.area_code
                from subject rule$25
                where rule$25.id = listing$15.subject_id), (
                select rule$24.area_code
                from court rule$24
                where rule$24.code = listing$15.court_code)) ^@ any($3::text[]) or listing$15.court_code = any($4::text[]))) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$27.area_code
                from subject rule$27
                where rule$27.id = listing$15.subject_id), (
                select rule$26.area_code
                from court rule$26
                where rule$26.code = listing$15.court_code)) ^@ any($3::text[]) or listing$15.court_code = any($4::text[])))))) and true
              order by "k$0" desc, "k$1", "k$2" desc
              limit 20) page$28 having true) connection$47) as "listings") object$48)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text
    limit 1) as "subject") answer$
