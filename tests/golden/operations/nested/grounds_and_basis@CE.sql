select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$15)
      from (
        select (
          select row_to_json(connection$14)
          from (
            select coalesce(json_agg(page$6."j$0" order by page$6."k$0", page$6."k$1"), '[]') as "nodes"
            from (
              select listing$3."case_number" as "k$0", listing$3.id as "k$1", (
                select row_to_json(object$13)
                from (
                  select listing$3."case_number" as "caseNumber", listing$3."grounds" as "grounds", listing$3."performance" as "performance", case when ((
                    select rule$7.area_code
                    from subject rule$7
                    where rule$7.id = listing$3.subject_id) ^@ any($2::text[]) or listing$3.court_code = any($3::text[])) then listing$3."obligation" else null end as "obligation", case when ((
                    select rule$8.area_code
                    from subject rule$8
                    where rule$8.id = listing$3.subject_id) ^@ any($2::text[]) or listing$3.court_code = any($3::text[])) then listing$3."basis_number" else null end as "basisNumber", listing$3."legal_representative" as "legalRepresentative", (
                    select case when subject$9."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$11)
                      from (
                        select case when (subject$9.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$10
                          where rule$10.subject_id = subject$9.id and rule$10.court_code = any($3::text[]))) then subject$9."name" else case when char_length(subject$9."name") <= 2 then rpad(left(subject$9."name", 1), 2, '*') when position('·' in subject$9."name") > 0 then left(subject$9."name", 1) || '**' else left(subject$9."name", 1) || case char_length(subject$9."name") when 3 then '*' else '**' end || right(subject$9."name", 1) end end as "name") object$11) when subject$9."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$12)
                      from (
                        select subject$9."name" as "name") object$12) end
                    from "subject" subject$9
                    where subject$9."id" = listing$3."subject_id"
                    limit 1) as "subject") object$13) as "j$0"
              from "listing" listing$3
              where listing$3."subject_id" = subject$1."id" and (listing$3."kind" in ('SX') and (((listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$3.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$4.area_code
                from subject rule$4
                where rule$4.id = listing$3.subject_id) ^@ any($2::text[]) or listing$3.court_code = any($3::text[]))) or (((listing$3.state in ('REMOVED', 'REVOKED') or (listing$3.state = 'PUBLISHED' and not (listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$5.area_code
                from subject rule$5
                where rule$5.id = listing$3.subject_id) ^@ any($2::text[]) or listing$3.court_code = any($3::text[]))))) and ((listing$3."kind" = $4::text)) and true
              order by "k$0", "k$1"
              limit $5::integer) page$6 having true) connection$14) as "listings") object$15)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$
