select row_to_json(answer$)
from (
  select (
    select (
      select case when subject$1."kind" in ('NATURAL_PERSON') then (
        select row_to_json(object$4)
        from (
          select values$3."v$0" as "__typename", values$3."v$1" as "name", values$3."v$2" as "idNumber", values$3."v$3" as "birthDate", values$3."v$4" as "sex", values$3."v$5" as "isProvisional") object$4) when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$5)
        from (
          select values$3."v$0" as "__typename", values$3."v$1" as "name") object$5) end
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", case when subject$1."kind" in ('NATURAL_PERSON') then case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "v$1", subject$1."id_number_masked" as "v$2", null as "v$3", null as "v$4", subject$1."is_provisional" as "v$5" offset 0) values$3)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text
    limit 1) as "subject") answer$
