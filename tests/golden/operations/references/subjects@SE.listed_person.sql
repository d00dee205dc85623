select row_to_json(answer$)
from (
  select (
    select coalesce(json_agg(case when named$1.way in (0, 1, 2) then (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(object$9)
        from (
          select 'NaturalPerson'::text as "__typename", subject$2."name" as "name", coalesce($2::text || 's' || encode(subject$2."id_number_sealed", 'hex') || '@', subject$2."id_number_masked") as "idNumber", (
            select row_to_json(connection$8)
            from (
              select coalesce(json_agg(page$6."j$0" order by page$6."k$0", page$6."k$1"), '[]') as "nodes"
              from (
                select listing$5."published_on" as "k$0", listing$5.id as "k$1", (
                  select row_to_json(object$7)
                  from (
                    select listing$5."kind" as "kind", listing$5."state" as "state") object$7) as "j$0"
                from "listing" listing$5
                where listing$5."subject_id" = subject$2."id" and (listing$5."kind" in ('SX') and (((listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$5.subject_id = $1::uuid)) or ((listing$5.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$5.subject_id = $1::uuid)) or (((listing$5.state in ('REMOVED', 'REVOKED') or (listing$5.state = 'PUBLISHED' and not (listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$5.subject_id = $1::uuid)))) and ((listing$5."kind" = 'SX')) and true
                order by "k$0", "k$1"
                limit 2) page$6 having true) connection$8) as "listings") object$9) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(object$14)
        from (
          select 'Enterprise'::text as "__typename", subject$2."name" as "name", subject$2."credit_code" as "creditCode", (
            select row_to_json(connection$13)
            from (
              select coalesce(json_agg(page$11."j$0" order by page$11."k$0", page$11."k$1"), '[]') as "nodes"
              from (
                select listing$10."published_on" as "k$0", listing$10.id as "k$1", (
                  select row_to_json(object$12)
                  from (
                    select listing$10."kind" as "kind", listing$10."state" as "state") object$12) as "j$0"
                from "listing" listing$10
                where listing$10."subject_id" = subject$2."id" and (listing$10."kind" in ('SX') and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$10.subject_id = $1::uuid)) or ((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$10.subject_id = $1::uuid)) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$10.subject_id = $1::uuid)))) and ((listing$10."kind" = 'SX')) and true
                order by "k$0", "k$1"
                limit 2) page$11 having true) connection$13) as "listings") object$14) when subject$2."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$19)
        from (
          select case when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$2."name" as "name", (
            select row_to_json(connection$18)
            from (
              select coalesce(json_agg(page$16."j$0" order by page$16."k$0", page$16."k$1"), '[]') as "nodes"
              from (
                select listing$15."published_on" as "k$0", listing$15.id as "k$1", (
                  select row_to_json(object$17)
                  from (
                    select listing$15."kind" as "kind", listing$15."state" as "state") object$17) as "j$0"
                from "listing" listing$15
                where listing$15."subject_id" = subject$2."id" and (listing$15."kind" in ('SX') and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$15.subject_id = $1::uuid)) or ((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$15.subject_id = $1::uuid)) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$15.subject_id = $1::uuid)))) and ((listing$15."kind" = 'SX')) and true
                order by "k$0", "k$1"
                limit 2) page$16 having true) connection$18) as "listings") object$19) end
      from "subject" subject$2
      where subject$2.id = case named$1.way when 0 then named$1.value::uuid when 1 then (
        select identifier$3.subject_id
        from subject_identifier identifier$3
        where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) when 2 then (
        select identifier$4.subject_id
        from subject_identifier identifier$4
        where identifier$4.kind = 'ID_NUMBER' and identifier$4.value = named$1.value) end and (named$1.also is null or subject$2."name" = named$1.also) and (((subject$2.id = $1::uuid)))
      limit 1) end order by named$1.place), '[]')
    from unnest($3::integer[], $4::text[], $5::text[]) with ordinality named$1(way, value, also, place)) as "subjectsByReference") answer$
