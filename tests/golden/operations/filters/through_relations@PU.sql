select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$23)
    from (
      select (
        select count(*)
        from "enforcement_case" enforcement_case$10
        where (((exists (
          select
          from listing rule$11
          where rule$11.subject_id = enforcement_case$10.subject_id and rule$11.case_number = enforcement_case$10.case_number and rule$11.kind = 'SX' and rule$11.state = 'PUBLISHED' and (rule$11.term_ends_on is null or rule$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
          select
          from "subject" subject$12
          where subject$12."id" = enforcement_case$10."subject_id" and ((subject$12."kind" in ('NATURAL_PERSON') and (((exists (
            select
            from listing rule$13
            where rule$13.subject_id = subject$12.id and rule$13.kind = 'SX' and rule$13.state = 'PUBLISHED' and (rule$13.term_ends_on is null or rule$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$12."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')) and ((case when subject$12."kind" in ('NATURAL_PERSON') then case when (exists (
            select
            from listing rule$14
            where rule$14.subject_id = subject$12.id and rule$14.kind = 'SX' and rule$14.state = 'PUBLISHED' and (rule$14.term_ends_on is null or rule$14.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) then subject$12."name" end when subject$12."kind" in ('ENTERPRISE') then subject$12."name" when subject$12."kind" in ('GOVERNMENT_BODY') then subject$12."name" when subject$12."kind" in ('OTHER_ORGANISATION') then subject$12."name" end ^@ $4::text))) and exists (
          select
          from "court" court$15
          where court$15."code" = enforcement_case$10."court_code" and ((court$15."code" = $5::text))) and exists (
          select
          from "listing" listing$16
          where listing$16."subject_id" = enforcement_case$10."subject_id" and listing$16."case_number" = enforcement_case$10."case_number" and (listing$16."kind" in ('SX') and (((listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$16."kind" = 'SX') and (listing$16."state" = 'PUBLISHED'))) and not exists (
          select
          from "listing" listing$17
          where listing$17."subject_id" = enforcement_case$10."subject_id" and listing$17."case_number" = enforcement_case$10."case_number" and (((listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) and ((listing$17."removed_on" >= $6::date))))) as "totalCount", coalesce(json_agg(page$9."j$0" order by page$9."k$0", page$9."k$1"), '[]') as "nodes"
      from (
        select case when (exists (
          select
          from listing rule$22
          where rule$22.subject_id = enforcement_case$1.subject_id and rule$22.case_number = enforcement_case$1.case_number and rule$22.kind = 'SX' and rule$22.state = 'PUBLISHED' and (rule$22.term_ends_on is null or rule$22.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) then enforcement_case$1."case_number" end as "k$0", enforcement_case$1.id as "k$1", (
          select row_to_json(object$21)
          from (
            select enforcement_case$1."case_number" as "caseNumber", (
              select (
                select row_to_json(object$20)
                from (
                  select subject$18."name" as "name") object$20)
              from "subject" subject$18
              where subject$18."id" = enforcement_case$1."subject_id" and ((subject$18."kind" in ('NATURAL_PERSON') and (((exists (
                select
                from listing rule$19
                where rule$19.subject_id = subject$18.id and rule$19.kind = 'SX' and rule$19.state = 'PUBLISHED' and (rule$19.term_ends_on is null or rule$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$18."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
              limit 1) as "subject") object$21) as "j$0"
        from "enforcement_case" enforcement_case$1
        where (((exists (
          select
          from listing rule$2
          where rule$2.subject_id = enforcement_case$1.subject_id and rule$2.case_number = enforcement_case$1.case_number and rule$2.kind = 'SX' and rule$2.state = 'PUBLISHED' and (rule$2.term_ends_on is null or rule$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
          select
          from "subject" subject$3
          where subject$3."id" = enforcement_case$1."subject_id" and ((subject$3."kind" in ('NATURAL_PERSON') and (((exists (
            select
            from listing rule$4
            where rule$4.subject_id = subject$3.id and rule$4.kind = 'SX' and rule$4.state = 'PUBLISHED' and (rule$4.term_ends_on is null or rule$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$3."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')) and ((case when subject$3."kind" in ('NATURAL_PERSON') then case when (exists (
            select
            from listing rule$5
            where rule$5.subject_id = subject$3.id and rule$5.kind = 'SX' and rule$5.state = 'PUBLISHED' and (rule$5.term_ends_on is null or rule$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) then subject$3."name" end when subject$3."kind" in ('ENTERPRISE') then subject$3."name" when subject$3."kind" in ('GOVERNMENT_BODY') then subject$3."name" when subject$3."kind" in ('OTHER_ORGANISATION') then subject$3."name" end ^@ $1::text))) and exists (
          select
          from "court" court$6
          where court$6."code" = enforcement_case$1."court_code" and ((court$6."code" = $2::text))) and exists (
          select
          from "listing" listing$7
          where listing$7."subject_id" = enforcement_case$1."subject_id" and listing$7."case_number" = enforcement_case$1."case_number" and (listing$7."kind" in ('SX') and (((listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$7."kind" = 'SX') and (listing$7."state" = 'PUBLISHED'))) and not exists (
          select
          from "listing" listing$8
          where listing$8."subject_id" = enforcement_case$1."subject_id" and listing$8."case_number" = enforcement_case$1."case_number" and (((listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) and ((listing$8."removed_on" >= $3::date)))) and true
        order by "k$0", "k$1"
        limit 2) page$9 having true) connection$23) as "cases") answer$
