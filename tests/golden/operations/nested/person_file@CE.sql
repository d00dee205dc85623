select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$44)
      from (
        select case when (subject$1.area_code ^@ any($3::text[]) or exists (
          select
          from enforcement_case rule$3 join court rule$4 on rule$4.code = rule$3.court_code
          where rule$3.subject_id = subject$1.id and (rule$3.court_code = any($4::text[]) or subject$1.area_code is null and rule$4.area_code ^@ any($3::text[])))) then subject$1."name" else case when char_length(subject$1."name") <= 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end as "name", subject$1."area_code" as "areaCode", (
          select (
            select row_to_json(object$10)
            from (
              select area$5."name" as "name", (
                select (
                  select row_to_json(object$9)
                  from (
                    select area$6."name" as "name", (
                      select (
                        select row_to_json(object$8)
                        from (
                          select area$7."name" as "name") object$8)
                      from "area" area$7
                      where area$7."code" = area$6."parent_code"
                      limit 1) as "parent") object$9)
                from "area" area$6
                where area$6."code" = area$5."parent_code"
                limit 1) as "parent") object$10)
          from "area" area$5
          where area$5."code" = subject$1."area_code"
          limit 1) as "area", (
          select row_to_json(connection$43)
          from (
            select (
              select count(*)
              from "listing" listing$25
              where listing$25."subject_id" = subject$1."id" and ((listing$25."kind" in ('SX') and (((listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$25.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$27.area_code
                from subject rule$27
                where rule$27.id = listing$25.subject_id), (
                select rule$26.area_code
                from court rule$26
                where rule$26.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))) or (((listing$25.state in ('REMOVED', 'REVOKED') or (listing$25.state = 'PUBLISHED' and not (listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$29.area_code
                from subject rule$29
                where rule$29.id = listing$25.subject_id), (
                select rule$28.area_code
                from court rule$28
                where rule$28.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))))) or (listing$25."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$25.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$31.area_code
                from subject rule$31
                where rule$31.id = listing$25.subject_id), (
                select rule$30.area_code
                from court rule$30
                where rule$30.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))) or (((listing$25.state in ('REMOVED', 'REVOKED') or (listing$25.state = 'PUBLISHED' and not (listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$33.area_code
                from subject rule$33
                where rule$33.id = listing$25.subject_id), (
                select rule$32.area_code
                from court rule$32
                where rule$32.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))))) or (listing$25."kind" in ('SERIOUS_DISHONESTY') and (((listing$25.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$35.area_code
                from subject rule$35
                where rule$35.id = listing$25.subject_id), (
                select rule$34.area_code
                from court rule$34
                where rule$34.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))) or (((listing$25.state in ('REMOVED', 'REVOKED') or (listing$25.state = 'PUBLISHED' and not (listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$37.area_code
                from subject rule$37
                where rule$37.id = listing$25.subject_id), (
                select rule$36.area_code
                from court rule$36
                where rule$36.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))))))) as "totalCount", coalesce(json_agg(page$24."j$0" order by page$24."k$0" desc, page$24."k$1", page$24."k$2" desc), '[]') as "nodes"
            from (
              select listing$11."published_on" as "k$0", listing$11."case_number" as "k$1", listing$11.id as "k$2", (
                select row_to_json(object$42)
                from (
                  select case when listing$11."kind" in ('SX') then 'DishonestDebtorListing' when listing$11."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$11."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$11."case_number" as "caseNumber", listing$11."published_on" as "publishedOn", listing$11."state" as "state", (
                    select (
                      select row_to_json(object$41)
                      from (
                        select court$38."name" as "name", court$38."level" as "level", (
                          select (
                            select row_to_json(object$40)
                            from (
                              select area$39."name" as "name") object$40)
                          from "area" area$39
                          where area$39."code" = court$38."area_code"
                          limit 1) as "area") object$41)
                    from "court" court$38
                    where court$38."code" = listing$11."court_code"
                    limit 1) as "court") object$42) as "j$0"
              from "listing" listing$11
              where listing$11."subject_id" = subject$1."id" and ((listing$11."kind" in ('SX') and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$13.area_code
                from subject rule$13
                where rule$13.id = listing$11.subject_id), (
                select rule$12.area_code
                from court rule$12
                where rule$12.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[]))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$15.area_code
                from subject rule$15
                where rule$15.id = listing$11.subject_id), (
                select rule$14.area_code
                from court rule$14
                where rule$14.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[]))))) or (listing$11."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$17.area_code
                from subject rule$17
                where rule$17.id = listing$11.subject_id), (
                select rule$16.area_code
                from court rule$16
                where rule$16.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[]))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$19.area_code
                from subject rule$19
                where rule$19.id = listing$11.subject_id), (
                select rule$18.area_code
                from court rule$18
                where rule$18.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[]))))) or (listing$11."kind" in ('SERIOUS_DISHONESTY') and (((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$21.area_code
                from subject rule$21
                where rule$21.id = listing$11.subject_id), (
                select rule$20.area_code
                from court rule$20
                where rule$20.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[]))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$23.area_code
                from subject rule$23
                where rule$23.id = listing$11.subject_id), (
                select rule$22.area_code
                from court rule$22
                where rule$22.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[])))))) and true
              order by "k$0" desc, "k$1", "k$2" desc
              limit $5::integer) page$24 having true) connection$43) as "listings") object$44) when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$84)
      from (
        select subject$1."name" as "name", subject$1."area_code" as "areaCode", (
          select (
            select row_to_json(object$50)
            from (
              select area$45."name" as "name", (
                select (
                  select row_to_json(object$49)
                  from (
                    select area$46."name" as "name", (
                      select (
                        select row_to_json(object$48)
                        from (
                          select area$47."name" as "name") object$48)
                      from "area" area$47
                      where area$47."code" = area$46."parent_code"
                      limit 1) as "parent") object$49)
                from "area" area$46
                where area$46."code" = area$45."parent_code"
                limit 1) as "parent") object$50)
          from "area" area$45
          where area$45."code" = subject$1."area_code"
          limit 1) as "area", (
          select row_to_json(connection$83)
          from (
            select (
              select count(*)
              from "listing" listing$65
              where listing$65."subject_id" = subject$1."id" and ((listing$65."kind" in ('SX') and (((listing$65.state = 'PUBLISHED' and (listing$65.term_ends_on is null or listing$65.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$65.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$67.area_code
                from subject rule$67
                where rule$67.id = listing$65.subject_id), (
                select rule$66.area_code
                from court rule$66
                where rule$66.code = listing$65.court_code)) ^@ any($3::text[]) or listing$65.court_code = any($4::text[]))) or (((listing$65.state in ('REMOVED', 'REVOKED') or (listing$65.state = 'PUBLISHED' and not (listing$65.state = 'PUBLISHED' and (listing$65.term_ends_on is null or listing$65.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$69.area_code
                from subject rule$69
                where rule$69.id = listing$65.subject_id), (
                select rule$68.area_code
                from court rule$68
                where rule$68.code = listing$65.court_code)) ^@ any($3::text[]) or listing$65.court_code = any($4::text[]))))) or (listing$65."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$65.state = 'PUBLISHED' and (listing$65.term_ends_on is null or listing$65.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$65.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$71.area_code
                from subject rule$71
                where rule$71.id = listing$65.subject_id), (
                select rule$70.area_code
                from court rule$70
                where rule$70.code = listing$65.court_code)) ^@ any($3::text[]) or listing$65.court_code = any($4::text[]))) or (((listing$65.state in ('REMOVED', 'REVOKED') or (listing$65.state = 'PUBLISHED' and not (listing$65.state = 'PUBLISHED' and (listing$65.term_ends_on is null or listing$65.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$73.area_code
                from subject rule$73
                where rule$73.id = listing$65.subject_id), (
                select rule$72.area_code
                from court rule$72
                where rule$72.code = listing$65.court_code)) ^@ any($3::text[]) or listing$65.court_code = any($4::text[]))))) or (listing$65."kind" in ('SERIOUS_DISHONESTY') and (((listing$65.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$75.area_code
                from subject rule$75
                where rule$75.id = listing$65.subject_id), (
                select rule$74.area_code
                from court rule$74
                where rule$74.code = listing$65.court_code)) ^@ any($3::text[]) or listing$65.court_code = any($4::text[]))) or (((listing$65.state in ('REMOVED', 'REVOKED') or (listing$65.state = 'PUBLISHED' and not (listing$65.state = 'PUBLISHED' and (listing$65.term_ends_on is null or listing$65.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$77.area_code
                from subject rule$77
                where rule$77.id = listing$65.subject_id), (
                select rule$76.area_code
                from court rule$76
                where rule$76.code = listing$65.court_code)) ^@ any($3::text[]) or listing$65.court_code = any($4::text[]))))))) as "totalCount", coalesce(json_agg(page$64."j$0" order by page$64."k$0" desc, page$64."k$1", page$64."k$2" desc), '[]') as "nodes"
            from (
              select listing$51."published_on" as "k$0", listing$51."case_number" as "k$1", listing$51.id as "k$2", (
                select row_to_json(object$82)
                from (
                  select case when listing$51."kind" in ('SX') then 'DishonestDebtorListing' when listing$51."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$51."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$51."case_number" as "caseNumber", listing$51."published_on" as "publishedOn", listing$51."state" as "state", (
                    select (
                      select row_to_json(object$81)
                      from (
                        select court$78."name" as "name", court$78."level" as "level", (
                          select (
                            select row_to_json(object$80)
                            from (
                              select area$79."name" as "name") object$80)
                          from "area" area$79
                          where area$79."code" = court$78."area_code"
                          limit 1) as "area") object$81)
                    from "court" court$78
                    where court$78."code" = listing$51."court_code"
                    limit 1) as "court") object$82) as "j$0"
              from "listing" listing$51
              where listing$51."subject_id" = subject$1."id" and ((listing$51."kind" in ('SX') and (((listing$51.state = 'PUBLISHED' and (listing$51.term_ends_on is null or listing$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$51.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$53.area_code
                from subject rule$53
                where rule$53.id = listing$51.subject_id), (
                select rule$52.area_code
                from court rule$52
                where rule$52.code = listing$51.court_code)) ^@ any($3::text[]) or listing$51.court_code = any($4::text[]))) or (((listing$51.state in ('REMOVED', 'REVOKED') or (listing$51.state = 'PUBLISHED' and not (listing$51.state = 'PUBLISHED' and (listing$51.term_ends_on is null or listing$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$55.area_code
                from subject rule$55
                where rule$55.id = listing$51.subject_id), (
                select rule$54.area_code
                from court rule$54
                where rule$54.code = listing$51.court_code)) ^@ any($3::text[]) or listing$51.court_code = any($4::text[]))))) or (listing$51."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$51.state = 'PUBLISHED' and (listing$51.term_ends_on is null or listing$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$51.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$57.area_code
                from subject rule$57
                where rule$57.id = listing$51.subject_id), (
                select rule$56.area_code
                from court rule$56
                where rule$56.code = listing$51.court_code)) ^@ any($3::text[]) or listing$51.court_code = any($4::text[]))) or (((listing$51.state in ('REMOVED', 'REVOKED') or (listing$51.state = 'PUBLISHED' and not (listing$51.state = 'PUBLISHED' and (listing$51.term_ends_on is null or listing$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$59.area_code
                from subject rule$59
                where rule$59.id = listing$51.subject_id), (
                select rule$58.area_code
                from court rule$58
                where rule$58.code = listing$51.court_code)) ^@ any($3::text[]) or listing$51.court_code = any($4::text[]))))) or (listing$51."kind" in ('SERIOUS_DISHONESTY') and (((listing$51.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$61.area_code
                from subject rule$61
                where rule$61.id = listing$51.subject_id), (
                select rule$60.area_code
                from court rule$60
                where rule$60.code = listing$51.court_code)) ^@ any($3::text[]) or listing$51.court_code = any($4::text[]))) or (((listing$51.state in ('REMOVED', 'REVOKED') or (listing$51.state = 'PUBLISHED' and not (listing$51.state = 'PUBLISHED' and (listing$51.term_ends_on is null or listing$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$63.area_code
                from subject rule$63
                where rule$63.id = listing$51.subject_id), (
                select rule$62.area_code
                from court rule$62
                where rule$62.code = listing$51.court_code)) ^@ any($3::text[]) or listing$51.court_code = any($4::text[])))))) and true
              order by "k$0" desc, "k$1", "k$2" desc
              limit $6::integer) page$64 having true) connection$83) as "listings") object$84) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text
    limit 1) as "subject") answer$
