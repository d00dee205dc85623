select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$6)
      from (
        select 'NaturalPerson'::text as "__typename", case when (subject$1.area_code ^@ any($3::text[]) or exists (
          select
          from enforcement_case rule$3
          where rule$3.subject_id = subject$1.id and rule$3.court_code = any($4::text[]))) then subject$1."name" else case when char_length(subject$1."name") <= 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end as "name", subject$1."id_number_masked" as "idNumber", case when (subject$1.area_code ^@ any($3::text[]) or exists (
          select
          from enforcement_case rule$4
          where rule$4.subject_id = subject$1.id and rule$4.court_code = any($4::text[]))) then subject$1."birth_date" else null end as "birthDate", case when (subject$1.area_code ^@ any($3::text[]) or exists (
          select
          from enforcement_case rule$5
          where rule$5.subject_id = subject$1.id and rule$5.court_code = any($4::text[]))) then subject$1."sex" else null end as "sex", subject$1."is_provisional" as "isProvisional") object$6) when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$7)
      from (
        select case when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$1."name" as "name") object$7) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text
    limit 1) as "subject") answer$
