select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$59)
    from (
      select (
        select count(*)
        from "enforcement_case" enforcement_case$27
        where (exists (
          select
          from "subject" subject$28
          where subject$28."id" = enforcement_case$27."subject_id" and ((case when subject$28."kind" in ('NATURAL_PERSON') then case when (subject$28.area_code ^@ any($1::text[]) or exists (
            select
            from enforcement_case rule$29
            where rule$29.subject_id = subject$28.id and (rule$29.court_code = any($2::text[]) or subject$28.area_code is null and rule$29.court_code = any(array(
              select rule$30.code
              from court rule$30
              where rule$30.area_code ^@ any($1::text[]))))) or exists (
            select
            from listing rule$31
            where rule$31.subject_id = subject$28.id and (rule$31.court_code = any($2::text[]) or subject$28.area_code is null and rule$31.court_code = any(array(
              select rule$32.code
              from court rule$32
              where rule$32.area_code ^@ any($1::text[])))))) then subject$28."name" end when subject$28."kind" in ('ENTERPRISE') then subject$28."name" when subject$28."kind" in ('GOVERNMENT_BODY') then subject$28."name" when subject$28."kind" in ('OTHER_ORGANISATION') then subject$28."name" end ^@ $6::text))) and exists (
          select
          from "court" court$33
          where court$33."code" = enforcement_case$27."court_code" and ((court$33."code" = $7::text))) and exists (
          select
          from "listing" listing$34
          where listing$34."subject_id" = enforcement_case$27."subject_id" and listing$34."case_number" = enforcement_case$27."case_number" and (listing$34."kind" in ('SX') and (((listing$34.state = 'PUBLISHED' and (listing$34.term_ends_on is null or listing$34.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$34.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$36.area_code
            from subject rule$36
            where rule$36.id = listing$34.subject_id), (
            select rule$35.area_code
            from court rule$35
            where rule$35.code = listing$34.court_code)) ^@ any($1::text[]) or listing$34.court_code = any($2::text[]))) or (((listing$34.state in ('REMOVED', 'REVOKED') or (listing$34.state = 'PUBLISHED' and not (listing$34.state = 'PUBLISHED' and (listing$34.term_ends_on is null or listing$34.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$38.area_code
            from subject rule$38
            where rule$38.id = listing$34.subject_id), (
            select rule$37.area_code
            from court rule$37
            where rule$37.code = listing$34.court_code)) ^@ any($1::text[]) or listing$34.court_code = any($2::text[]))))) and ((listing$34."kind" = 'SX') and (listing$34."state" = 'PUBLISHED'))) and not exists (
          select
          from "listing" listing$39
          where listing$39."subject_id" = enforcement_case$27."subject_id" and listing$39."case_number" = enforcement_case$27."case_number" and ((listing$39."kind" in ('SX') and (((listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$39.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$41.area_code
            from subject rule$41
            where rule$41.id = listing$39.subject_id), (
            select rule$40.area_code
            from court rule$40
            where rule$40.code = listing$39.court_code)) ^@ any($1::text[]) or listing$39.court_code = any($2::text[]))) or (((listing$39.state in ('REMOVED', 'REVOKED') or (listing$39.state = 'PUBLISHED' and not (listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$43.area_code
            from subject rule$43
            where rule$43.id = listing$39.subject_id), (
            select rule$42.area_code
            from court rule$42
            where rule$42.code = listing$39.court_code)) ^@ any($1::text[]) or listing$39.court_code = any($2::text[]))))) or (listing$39."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$39.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$45.area_code
            from subject rule$45
            where rule$45.id = listing$39.subject_id), (
            select rule$44.area_code
            from court rule$44
            where rule$44.code = listing$39.court_code)) ^@ any($1::text[]) or listing$39.court_code = any($2::text[]))) or (((listing$39.state in ('REMOVED', 'REVOKED') or (listing$39.state = 'PUBLISHED' and not (listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$47.area_code
            from subject rule$47
            where rule$47.id = listing$39.subject_id), (
            select rule$46.area_code
            from court rule$46
            where rule$46.code = listing$39.court_code)) ^@ any($1::text[]) or listing$39.court_code = any($2::text[]))))) or (listing$39."kind" in ('SERIOUS_DISHONESTY') and (((listing$39.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$49.area_code
            from subject rule$49
            where rule$49.id = listing$39.subject_id), (
            select rule$48.area_code
            from court rule$48
            where rule$48.code = listing$39.court_code)) ^@ any($1::text[]) or listing$39.court_code = any($2::text[]))) or (((listing$39.state in ('REMOVED', 'REVOKED') or (listing$39.state = 'PUBLISHED' and not (listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$51.area_code
            from subject rule$51
            where rule$51.id = listing$39.subject_id), (
            select rule$50.area_code
            from court rule$50
            where rule$50.code = listing$39.court_code)) ^@ any($1::text[]) or listing$39.court_code = any($2::text[])))))) and ((listing$39."removed_on" >= $8::date))))) as "totalCount", coalesce(json_agg(page$26."j$0" order by page$26."k$0", page$26."k$1"), '[]') as "nodes"
      from (
        select enforcement_case$1."case_number" as "k$0", enforcement_case$1.id as "k$1", (
          select row_to_json(object$58)
          from (
            select enforcement_case$1."case_number" as "caseNumber", (
              select (
                select row_to_json(object$57)
                from (
                  select case when subject$52."kind" in ('NATURAL_PERSON') then case when (subject$52.area_code ^@ any($1::text[]) or exists (
                    select
                    from enforcement_case rule$53
                    where rule$53.subject_id = subject$52.id and (rule$53.court_code = any($2::text[]) or subject$52.area_code is null and rule$53.court_code = any(array(
                      select rule$54.code
                      from court rule$54
                      where rule$54.area_code ^@ any($1::text[]))))) or exists (
                    select
                    from listing rule$55
                    where rule$55.subject_id = subject$52.id and (rule$55.court_code = any($2::text[]) or subject$52.area_code is null and rule$55.court_code = any(array(
                      select rule$56.code
                      from court rule$56
                      where rule$56.area_code ^@ any($1::text[])))))) then subject$52."name" else case when char_length(subject$52."name") <= 1 then '*' when char_length(subject$52."name") = 2 then rpad(left(subject$52."name", 1), 2, '*') when position('·' in subject$52."name") > 0 then left(subject$52."name", 1) || '**' else left(subject$52."name", 1) || case char_length(subject$52."name") when 3 then '*' else '**' end || right(subject$52."name", 1) end end when subject$52."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$52."name" end as "name") object$57)
              from "subject" subject$52
              where subject$52."id" = enforcement_case$1."subject_id"
              limit 1) as "subject") object$58) as "j$0"
        from "enforcement_case" enforcement_case$1
        where (exists (
          select
          from "subject" subject$2
          where subject$2."id" = enforcement_case$1."subject_id" and ((case when subject$2."kind" in ('NATURAL_PERSON') then case when (subject$2.area_code ^@ any($1::text[]) or exists (
            select
            from enforcement_case rule$3
            where rule$3.subject_id = subject$2.id and (rule$3.court_code = any($2::text[]) or subject$2.area_code is null and rule$3.court_code = any(array(
              select rule$4.code
              from court rule$4
              where rule$4.area_code ^@ any($1::text[]))))) or exists (
            select
            from listing rule$5
            where rule$5.subject_id = subject$2.id and (rule$5.court_code = any($2::text[]) or subject$2.area_code is null and rule$5.court_code = any(array(
              select rule$6.code
              from court rule$6
              where rule$6.area_code ^@ any($1::text[])))))) then subject$2."name" end when subject$2."kind" in ('ENTERPRISE') then subject$2."name" when subject$2."kind" in ('GOVERNMENT_BODY') then subject$2."name" when subject$2."kind" in ('OTHER_ORGANISATION') then subject$2."name" end ^@ $3::text))) and exists (
          select
          from "court" court$7
          where court$7."code" = enforcement_case$1."court_code" and ((court$7."code" = $4::text))) and exists (
          select
          from "listing" listing$8
          where listing$8."subject_id" = enforcement_case$1."subject_id" and listing$8."case_number" = enforcement_case$1."case_number" and (listing$8."kind" in ('SX') and (((listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$8.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$10.area_code
            from subject rule$10
            where rule$10.id = listing$8.subject_id), (
            select rule$9.area_code
            from court rule$9
            where rule$9.code = listing$8.court_code)) ^@ any($1::text[]) or listing$8.court_code = any($2::text[]))) or (((listing$8.state in ('REMOVED', 'REVOKED') or (listing$8.state = 'PUBLISHED' and not (listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$12.area_code
            from subject rule$12
            where rule$12.id = listing$8.subject_id), (
            select rule$11.area_code
            from court rule$11
            where rule$11.code = listing$8.court_code)) ^@ any($1::text[]) or listing$8.court_code = any($2::text[]))))) and ((listing$8."kind" = 'SX') and (listing$8."state" = 'PUBLISHED'))) and not exists (
          select
          from "listing" listing$13
          where listing$13."subject_id" = enforcement_case$1."subject_id" and listing$13."case_number" = enforcement_case$1."case_number" and ((listing$13."kind" in ('SX') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$15.area_code
            from subject rule$15
            where rule$15.id = listing$13.subject_id), (
            select rule$14.area_code
            from court rule$14
            where rule$14.code = listing$13.court_code)) ^@ any($1::text[]) or listing$13.court_code = any($2::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$17.area_code
            from subject rule$17
            where rule$17.id = listing$13.subject_id), (
            select rule$16.area_code
            from court rule$16
            where rule$16.code = listing$13.court_code)) ^@ any($1::text[]) or listing$13.court_code = any($2::text[]))))) or (listing$13."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$19.area_code
            from subject rule$19
            where rule$19.id = listing$13.subject_id), (
            select rule$18.area_code
            from court rule$18
            where rule$18.code = listing$13.court_code)) ^@ any($1::text[]) or listing$13.court_code = any($2::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$21.area_code
            from subject rule$21
            where rule$21.id = listing$13.subject_id), (
            select rule$20.area_code
            from court rule$20
            where rule$20.code = listing$13.court_code)) ^@ any($1::text[]) or listing$13.court_code = any($2::text[]))))) or (listing$13."kind" in ('SERIOUS_DISHONESTY') and (((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$23.area_code
            from subject rule$23
            where rule$23.id = listing$13.subject_id), (
            select rule$22.area_code
            from court rule$22
            where rule$22.code = listing$13.court_code)) ^@ any($1::text[]) or listing$13.court_code = any($2::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$25.area_code
            from subject rule$25
            where rule$25.id = listing$13.subject_id), (
            select rule$24.area_code
            from court rule$24
            where rule$24.code = listing$13.court_code)) ^@ any($1::text[]) or listing$13.court_code = any($2::text[])))))) and ((listing$13."removed_on" >= $5::date)))) and true
        order by "k$0", "k$1"
        limit 2) page$26 having true) connection$59) as "cases") answer$
