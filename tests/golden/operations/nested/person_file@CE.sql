select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$46)
      from (
        select case when (subject$1.area_code ^@ any($3::text[]) or exists (
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
            where rule$6.area_code ^@ any($3::text[])))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end as "name", subject$1."area_code" as "areaCode", (
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
              limit $5::integer) page$26 having true) connection$45) as "listings") object$46) when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$86)
      from (
        select subject$1."name" as "name", subject$1."area_code" as "areaCode", (
          select (
            select row_to_json(object$52)
            from (
              select area$47."name" as "name", (
                select (
                  select row_to_json(object$51)
                  from (
                    select area$48."name" as "name", (
                      select (
                        select row_to_json(object$50)
                        from (
                          select area$49."name" as "name") object$50)
                      from "area" area$49
                      where area$49."code" = area$48."parent_code"
                      limit 1) as "parent") object$51)
                from "area" area$48
                where area$48."code" = area$47."parent_code"
                limit 1) as "parent") object$52)
          from "area" area$47
          where area$47."code" = subject$1."area_code"
          limit 1) as "area", (
          select row_to_json(connection$85)
          from (
            select (
              select count(*)
              from "listing" listing$67
              where listing$67."subject_id" = subject$1."id" and ((listing$67."kind" in ('SX') and (((listing$67.state = 'PUBLISHED' and (listing$67.term_ends_on is null or listing$67.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$67.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$69.area_code
                from subject rule$69
                where rule$69.id = listing$67.subject_id), (
                select rule$68.area_code
                from court rule$68
                where rule$68.code = listing$67.court_code)) ^@ any($3::text[]) or listing$67.court_code = any($4::text[]))) or (((listing$67.state in ('REMOVED', 'REVOKED') or (listing$67.state = 'PUBLISHED' and not (listing$67.state = 'PUBLISHED' and (listing$67.term_ends_on is null or listing$67.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$71.area_code
                from subject rule$71
                where rule$71.id = listing$67.subject_id), (
                select rule$70.area_code
                from court rule$70
                where rule$70.code = listing$67.court_code)) ^@ any($3::text[]) or listing$67.court_code = any($4::text[]))))) or (listing$67."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$67.state = 'PUBLISHED' and (listing$67.term_ends_on is null or listing$67.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$67.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$73.area_code
                from subject rule$73
                where rule$73.id = listing$67.subject_id), (
                select rule$72.area_code
                from court rule$72
                where rule$72.code = listing$67.court_code)) ^@ any($3::text[]) or listing$67.court_code = any($4::text[]))) or (((listing$67.state in ('REMOVED', 'REVOKED') or (listing$67.state = 'PUBLISHED' and not (listing$67.state = 'PUBLISHED' and (listing$67.term_ends_on is null or listing$67.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$75.area_code
                from subject rule$75
                where rule$75.id = listing$67.subject_id), (
                select rule$74.area_code
                from court rule$74
                where rule$74.code = listing$67.court_code)) ^@ any($3::text[]) or listing$67.court_code = any($4::text[]))))) or (listing$67."kind" in ('SERIOUS_DISHONESTY') and (((listing$67.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$77.area_code
                from subject rule$77
                where rule$77.id = listing$67.subject_id), (
                select rule$76.area_code
                from court rule$76
                where rule$76.code = listing$67.court_code)) ^@ any($3::text[]) or listing$67.court_code = any($4::text[]))) or (((listing$67.state in ('REMOVED', 'REVOKED') or (listing$67.state = 'PUBLISHED' and not (listing$67.state = 'PUBLISHED' and (listing$67.term_ends_on is null or listing$67.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$79.area_code
                from subject rule$79
                where rule$79.id = listing$67.subject_id), (
                select rule$78.area_code
                from court rule$78
                where rule$78.code = listing$67.court_code)) ^@ any($3::text[]) or listing$67.court_code = any($4::text[]))))))) as "totalCount", coalesce(json_agg(page$66."j$0" order by page$66."k$0" desc, page$66."k$1", page$66."k$2" desc), '[]') as "nodes"
            from (
              select listing$53."published_on" as "k$0", listing$53."case_number" as "k$1", listing$53.id as "k$2", (
                select row_to_json(object$84)
                from (
                  select case when listing$53."kind" in ('SX') then 'DishonestDebtorListing' when listing$53."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$53."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$53."case_number" as "caseNumber", listing$53."published_on" as "publishedOn", listing$53."state" as "state", (
                    select (
                      select row_to_json(object$83)
                      from (
                        select court$80."name" as "name", court$80."level" as "level", (
                          select (
                            select row_to_json(object$82)
                            from (
                              select area$81."name" as "name") object$82)
                          from "area" area$81
                          where area$81."code" = court$80."area_code"
                          limit 1) as "area") object$83)
                    from "court" court$80
                    where court$80."code" = listing$53."court_code"
                    limit 1) as "court") object$84) as "j$0"
              from "listing" listing$53
              where listing$53."subject_id" = subject$1."id" and ((listing$53."kind" in ('SX') and (((listing$53.state = 'PUBLISHED' and (listing$53.term_ends_on is null or listing$53.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$53.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$55.area_code
                from subject rule$55
                where rule$55.id = listing$53.subject_id), (
                select rule$54.area_code
                from court rule$54
                where rule$54.code = listing$53.court_code)) ^@ any($3::text[]) or listing$53.court_code = any($4::text[]))) or (((listing$53.state in ('REMOVED', 'REVOKED') or (listing$53.state = 'PUBLISHED' and not (listing$53.state = 'PUBLISHED' and (listing$53.term_ends_on is null or listing$53.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$57.area_code
                from subject rule$57
                where rule$57.id = listing$53.subject_id), (
                select rule$56.area_code
                from court rule$56
                where rule$56.code = listing$53.court_code)) ^@ any($3::text[]) or listing$53.court_code = any($4::text[]))))) or (listing$53."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$53.state = 'PUBLISHED' and (listing$53.term_ends_on is null or listing$53.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$53.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$59.area_code
                from subject rule$59
                where rule$59.id = listing$53.subject_id), (
                select rule$58.area_code
                from court rule$58
                where rule$58.code = listing$53.court_code)) ^@ any($3::text[]) or listing$53.court_code = any($4::text[]))) or (((listing$53.state in ('REMOVED', 'REVOKED') or (listing$53.state = 'PUBLISHED' and not (listing$53.state = 'PUBLISHED' and (listing$53.term_ends_on is null or listing$53.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$61.area_code
                from subject rule$61
                where rule$61.id = listing$53.subject_id), (
                select rule$60.area_code
                from court rule$60
                where rule$60.code = listing$53.court_code)) ^@ any($3::text[]) or listing$53.court_code = any($4::text[]))))) or (listing$53."kind" in ('SERIOUS_DISHONESTY') and (((listing$53.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$63.area_code
                from subject rule$63
                where rule$63.id = listing$53.subject_id), (
                select rule$62.area_code
                from court rule$62
                where rule$62.code = listing$53.court_code)) ^@ any($3::text[]) or listing$53.court_code = any($4::text[]))) or (((listing$53.state in ('REMOVED', 'REVOKED') or (listing$53.state = 'PUBLISHED' and not (listing$53.state = 'PUBLISHED' and (listing$53.term_ends_on is null or listing$53.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$65.area_code
                from subject rule$65
                where rule$65.id = listing$53.subject_id), (
                select rule$64.area_code
                from court rule$64
                where rule$64.code = listing$53.court_code)) ^@ any($3::text[]) or listing$53.court_code = any($4::text[])))))) and true
              order by "k$0" desc, "k$1", "k$2" desc
              limit $6::integer) page$66 having true) connection$85) as "listings") object$86) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text
    limit 1) as "subject") answer$
