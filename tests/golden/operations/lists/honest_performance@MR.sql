select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$12)
      from (
        select case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end as "name", (
          select row_to_json(connection$11)
          from (
            select coalesce(json_agg(page$4."j$0" order by page$4."k$0", page$4."k$1"), '[]') as "nodes"
            from (
              select honest_listing$3."batch_number" as "k$0", honest_listing$3.id as "k$1", (
                select row_to_json(object$10)
                from (
                  select honest_listing$3."batch_number" as "batchNumber", honest_listing$3."listed_on" as "listedOn", honest_listing$3."expires_on" as "expiresOn", honest_listing$3."removed_on" as "removedOn", honest_listing$3."area_code" as "areaCode", (
                    select case when subject$5."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$6)
                      from (
                        select case when char_length(subject$5."name") <= 1 then '*' when char_length(subject$5."name") = 2 then rpad(left(subject$5."name", 1), 2, '*') when position('·' in subject$5."name") > 0 then left(subject$5."name", 1) || '**' else left(subject$5."name", 1) || case char_length(subject$5."name") when 3 then '*' else '**' end || right(subject$5."name", 1) end as "name") object$6) when subject$5."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$7)
                      from (
                        select subject$5."name" as "name") object$7) end
                    from "subject" subject$5
                    where subject$5."id" = honest_listing$3."subject_id"
                    limit 1) as "subject", (
                    select (
                      select row_to_json(object$9)
                      from (
                        select court$8."short_name" as "shortName") object$9)
                    from "court" court$8
                    where court$8."code" = honest_listing$3."court_code"
                    limit 1) as "court") object$10) as "j$0"
              from "honest_listing" honest_listing$3
              where honest_listing$3."subject_id" = subject$1."id" and (((honest_listing$3.subject_kind <> 'NATURAL_PERSON'))) and true
              order by "k$0", "k$1"
              limit $2::integer) page$4 having true) connection$11) as "honestPerformance") object$12) when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$22)
      from (
        select subject$1."name" as "name", (
          select row_to_json(connection$21)
          from (
            select coalesce(json_agg(page$14."j$0" order by page$14."k$0", page$14."k$1"), '[]') as "nodes"
            from (
              select honest_listing$13."batch_number" as "k$0", honest_listing$13.id as "k$1", (
                select row_to_json(object$20)
                from (
                  select honest_listing$13."batch_number" as "batchNumber", honest_listing$13."listed_on" as "listedOn", honest_listing$13."expires_on" as "expiresOn", honest_listing$13."removed_on" as "removedOn", honest_listing$13."area_code" as "areaCode", (
                    select case when subject$15."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$16)
                      from (
                        select case when char_length(subject$15."name") <= 1 then '*' when char_length(subject$15."name") = 2 then rpad(left(subject$15."name", 1), 2, '*') when position('·' in subject$15."name") > 0 then left(subject$15."name", 1) || '**' else left(subject$15."name", 1) || case char_length(subject$15."name") when 3 then '*' else '**' end || right(subject$15."name", 1) end as "name") object$16) when subject$15."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$17)
                      from (
                        select subject$15."name" as "name") object$17) end
                    from "subject" subject$15
                    where subject$15."id" = honest_listing$13."subject_id"
                    limit 1) as "subject", (
                    select (
                      select row_to_json(object$19)
                      from (
                        select court$18."short_name" as "shortName") object$19)
                    from "court" court$18
                    where court$18."code" = honest_listing$13."court_code"
                    limit 1) as "court") object$20) as "j$0"
              from "honest_listing" honest_listing$13
              where honest_listing$13."subject_id" = subject$1."id" and (((honest_listing$13.subject_kind <> 'NATURAL_PERSON'))) and true
              order by "k$0", "k$1"
              limit $3::integer) page$14 having true) connection$21) as "honestPerformance") object$22) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject", (
    select row_to_json(connection$24)
    from (
      select (
        select count(*)
        from "honest_listing" honest_listing$23
        where (((honest_listing$23.subject_kind <> 'NATURAL_PERSON'))) and ((honest_listing$23."subject_kind" = $4::text))) as "totalCount") connection$24) as "honestPerformance", (
    select row_to_json(connection$26)
    from (
      select (
        select count(*)
        from "honest_listing" honest_listing$25
        where (((honest_listing$25.subject_kind <> 'NATURAL_PERSON'))) and ((honest_listing$25."subject_kind" = $5::text))) as "totalCount") connection$26) as "people") answer$
