select json_build_object('subjects', (
  select json_build_object('totalCount', (
    select count(*)
    from "subject" subject$11
    where subject$11.merged_into is null and subject$11."kind" in ('ENTERPRISE') and ((subject$11."kind" = 'ENTERPRISE') and exists (
      select
      from "enforcement_case" enforcement_case$12
      where enforcement_case$12."subject_id" = subject$11."id") and not exists (
      select
      from "enforcement_case" enforcement_case$13
      where enforcement_case$13."subject_id" = subject$11."id" and not coalesce(((case when (coalesce((
        select rule$15.area_code
        from subject rule$15
        where rule$15.id = enforcement_case$13.subject_id), (
        select rule$14.area_code
        from court rule$14
        where rule$14.code = enforcement_case$13.court_code)) ^@ any($1::text[]) or enforcement_case$13.court_code = any($2::text[])) then enforcement_case$13."amount_applied" end >= $5::numeric) and exists (
        select
        from "court" court$16
        where court$16."code" = enforcement_case$13."court_code" and (exists (
          select
          from "area" area$17
          where area$17."code" = court$16."area_code" and ((area$17."code" ^@ $6::text)))))), false)) and not exists (
      select
      from "responsible_person" responsible_person$18
      where responsible_person$18."subject_id" = subject$11."id" and (((exists (
        select
        from listing rule$19
        where rule$19.subject_id = responsible_person$18.subject_id and rule$19.case_number = responsible_person$18.case_number and rule$19.kind = 'SX' and rule$19.state = 'PUBLISHED' and (rule$19.term_ends_on is null or rule$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((responsible_person$18."role" = 'ACTUAL_CONTROLLER'))))), 'nodes', coalesce(json_agg(page$10."j$0" order by page$10."k$0", page$10."k$1"), '[]'))
  from (
    select subject$1."name" as "k$0", subject$1.id as "k$1", json_build_object('name', subject$1."name") as "j$0"
    from "subject" subject$1
    where subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE') and ((subject$1."kind" = 'ENTERPRISE') and exists (
      select
      from "enforcement_case" enforcement_case$2
      where enforcement_case$2."subject_id" = subject$1."id") and not exists (
      select
      from "enforcement_case" enforcement_case$3
      where enforcement_case$3."subject_id" = subject$1."id" and not coalesce(((case when (coalesce((
        select rule$5.area_code
        from subject rule$5
        where rule$5.id = enforcement_case$3.subject_id), (
        select rule$4.area_code
        from court rule$4
        where rule$4.code = enforcement_case$3.court_code)) ^@ any($1::text[]) or enforcement_case$3.court_code = any($2::text[])) then enforcement_case$3."amount_applied" end >= $3::numeric) and exists (
        select
        from "court" court$6
        where court$6."code" = enforcement_case$3."court_code" and (exists (
          select
          from "area" area$7
          where area$7."code" = court$6."area_code" and ((area$7."code" ^@ $4::text)))))), false)) and not exists (
      select
      from "responsible_person" responsible_person$8
      where responsible_person$8."subject_id" = subject$1."id" and (((exists (
        select
        from listing rule$9
        where rule$9.subject_id = responsible_person$8.subject_id and rule$9.case_number = responsible_person$8.case_number and rule$9.kind = 'SX' and rule$9.state = 'PUBLISHED' and (rule$9.term_ends_on is null or rule$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((responsible_person$8."role" = 'ACTUAL_CONTROLLER')))) and true
    order by "k$0", "k$1"
    limit 2) page$10 having true))
