select json_build_object('subjects', (
  select json_build_object('totalCount', (
    select count(*)
    from "subject" subject$8
    where subject$8.merged_into is null and subject$8."kind" in ('ENTERPRISE') and ((subject$8."kind" = 'ENTERPRISE') and exists (
      select
      from "enforcement_case" enforcement_case$9
      where enforcement_case$9."subject_id" = subject$8."id") and not exists (
      select
      from "enforcement_case" enforcement_case$10
      where enforcement_case$10."subject_id" = subject$8."id" and not coalesce(((enforcement_case$10."amount_applied" >= $3::numeric) and exists (
        select
        from "court" court$11
        where court$11."code" = enforcement_case$10."court_code" and (exists (
          select
          from "area" area$12
          where area$12."code" = court$11."area_code" and ((area$12."code" ^@ $4::text)))))), false)) and not exists (
      select
      from "responsible_person" responsible_person$13
      where responsible_person$13."subject_id" = subject$8."id" and ((responsible_person$13."role" = 'ACTUAL_CONTROLLER'))))), 'nodes', coalesce(json_agg(page$7."j$0" order by page$7."k$0", page$7."k$1"), '[]'))
  from (
    select subject$1."name" as "k$0", subject$1.id as "k$1", json_build_object('name', subject$1."name") as "j$0"
    from "subject" subject$1
    where subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE') and ((subject$1."kind" = 'ENTERPRISE') and exists (
      select
      from "enforcement_case" enforcement_case$2
      where enforcement_case$2."subject_id" = subject$1."id") and not exists (
      select
      from "enforcement_case" enforcement_case$3
      where enforcement_case$3."subject_id" = subject$1."id" and not coalesce(((enforcement_case$3."amount_applied" >= $1::numeric) and exists (
        select
        from "court" court$4
        where court$4."code" = enforcement_case$3."court_code" and (exists (
          select
          from "area" area$5
          where area$5."code" = court$4."area_code" and ((area$5."code" ^@ $2::text)))))), false)) and not exists (
      select
      from "responsible_person" responsible_person$6
      where responsible_person$6."subject_id" = subject$1."id" and ((responsible_person$6."role" = 'ACTUAL_CONTROLLER')))) and true
    order by "k$0", "k$1"
    limit 2) page$7 having true))
