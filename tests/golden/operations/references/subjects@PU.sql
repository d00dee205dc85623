select row_to_json(answer$)
from (
  select (
    select coalesce(json_agg(case when named$1.way in (0, 1, 2) then (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(object$10)
        from (
          select 'NaturalPerson'::text as "__typename", subject$2."name" as "name", subject$2."id_number_masked" as "idNumber", (
            select row_to_json(connection$9)
            from (
              select coalesce(json_agg(page$7."j$0" order by page$7."k$0", page$7."k$1"), '[]') as "nodes"
              from (
                select listing$6."published_on" as "k$0", listing$6.id as "k$1", (
                  select row_to_json(object$8)
                  from (
                    select listing$6."kind" as "kind", listing$6."state" as "state") object$8) as "j$0"
                from "listing" listing$6
                where listing$6."subject_id" = subject$2."id" and (listing$6."kind" in ('SX') and (((listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$6."kind" = 'SX')) and true
                order by "k$0", "k$1"
                limit 2) page$7 having true) connection$9) as "listings") object$10) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(object$15)
        from (
          select 'Enterprise'::text as "__typename", subject$2."name" as "name", subject$2."credit_code" as "creditCode", (
            select row_to_json(connection$14)
            from (
              select coalesce(json_agg(page$12."j$0" order by page$12."k$0", page$12."k$1"), '[]') as "nodes"
              from (
                select listing$11."published_on" as "k$0", listing$11.id as "k$1", (
                  select row_to_json(object$13)
                  from (
                    select listing$11."kind" as "kind", listing$11."state" as "state") object$13) as "j$0"
                from "listing" listing$11
                where listing$11."subject_id" = subject$2."id" and (listing$11."kind" in ('SX') and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$11."kind" = 'SX')) and true
                order by "k$0", "k$1"
                limit 2) page$12 having true) connection$14) as "listings") object$15) when subject$2."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$20)
        from (
          select case when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$2."name" as "name", (
            select row_to_json(connection$19)
            from (
              select coalesce(json_agg(page$17."j$0" order by page$17."k$0", page$17."k$1"), '[]') as "nodes"
              from (
                select listing$16."published_on" as "k$0", listing$16.id as "k$1", (
                  select row_to_json(object$18)
                  from (
                    select listing$16."kind" as "kind", listing$16."state" as "state") object$18) as "j$0"
                from "listing" listing$16
                where listing$16."subject_id" = subject$2."id" and (listing$16."kind" in ('SX') and (((listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$16."kind" = 'SX')) and true
                order by "k$0", "k$1"
                limit 2) page$17 having true) connection$19) as "listings") object$20) end
      from "subject" subject$2
      where subject$2.id = case named$1.way when 0 then named$1.value::uuid when 1 then (
        select identifier$3.subject_id
        from subject_identifier identifier$3
        where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) when 2 then (
        select identifier$4.subject_id
        from subject_identifier identifier$4
        where identifier$4.kind = 'ID_NUMBER' and identifier$4.value = named$1.value) end and (named$1.also is null or subject$2."name" = named$1.also) and ((subject$2."kind" in ('NATURAL_PERSON') and (((exists (
        select
        from listing rule$5
        where rule$5.subject_id = subject$2.id and rule$5.kind = 'SX' and rule$5.state = 'PUBLISHED' and (rule$5.term_ends_on is null or rule$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
      limit 1) end order by named$1.place), '[]')
    from unnest($1::integer[], $2::text[], $3::text[]) with ordinality named$1(way, value, also, place)) as "subjectsByReference") answer$
